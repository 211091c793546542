import { Hono } from 'hono';

/** Where the gateway is and how often it may be identified with. */
export function gatewayRoutes(url: () => string): Hono {
  const app = new Hono();
  app.get('/gateway', (c) => c.json({ url: url() }));
  app.get('/gateway/bot', (c) =>
    c.json({
      url: url(),
      shards: 1,
      session_start_limit: { total: 1000, remaining: 1000, reset_after: 86_400_000, max_concurrency: 1 },
    }),
  );
  return app;
}
