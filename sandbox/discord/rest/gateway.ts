import { Hono } from 'hono';

/** What `GET /gateway/bot` tells; null while there is no gateway. */
export interface GatewayAddress {
  readonly address: {
    readonly url: string;
    readonly shards: number;
    readonly session_start_limit: object;
  } | null;
}

// https://discord.com/developers/docs/topics/opcodes-and-status-codes#http: no gateway available, wait and retry.
const NO_GATEWAY = { message: '502: Bad Gateway', code: 0 };

/** Where the gateway is and how often it may be identified with. */
export function gatewayRoutes(gateway: GatewayAddress): Hono {
  const app = new Hono();
  app.get('/gateway', (c) => {
    const { address } = gateway;
    return address ? c.json({ url: address.url }) : c.json(NO_GATEWAY, 502);
  });
  app.get('/gateway/bot', (c) => {
    const { address } = gateway;
    return address ? c.json(address) : c.json(NO_GATEWAY, 502);
  });
  return app;
}
