import { Hono } from 'hono';
import sharp from 'sharp';
import type { World } from '../world/world.ts';
import { avatarSvg } from './avatar.ts';

/** The CDN: attachments behind signed links, and everyone's avatar. */
export function cdnRoutes(world: World): Hono {
  const app = new Hono();

  for (const folder of ['attachments', 'ephemeral-attachments']) {
    app.get(`/${folder}/:owner/:id/:name`, (c) => {
      const url = new URL(c.req.url);
      const file = world.cdn.open(url.pathname, c.req.query());
      if (!file) return c.text('This content is no longer available.', 404);
      return c.body(Uint8Array.from(file.bytes), 200, {
        'content-type': file.contentType,
        'content-length': String(file.bytes.length),
        'cache-control': 'public, max-age=31536000',
      });
    });
  }

  app.get('/avatars/:user/:file', async (c) => {
    const user = world.users.get(c.req.param('user'));
    if (!user) return c.text('', 404);
    const format = c.req.param('file').endsWith('.webp') ? 'webp' : 'png';
    const picture = await sharp(Buffer.from(avatarSvg(user)))
      .toFormat(format)
      .toBuffer();
    return c.body(Uint8Array.from(picture), 200, { 'content-type': `image/${format}` });
  });

  return app;
}
