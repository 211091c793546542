import { Hono } from 'hono';
import sharp from 'sharp';
import type { AttachmentRecord } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { avatarSvg } from './avatar.ts';
import { spanOf } from './range.ts';

/** The CDN: attachments behind signed links, and everyone's avatar. */
export function cdnRoutes(world: World): Hono {
  const app = new Hono();

  for (const folder of ['attachments', 'ephemeral-attachments']) {
    app.get(`/${folder}/:owner/:id/:name`, (c) => {
      const file = world.cdn.open(new URL(c.req.url).pathname, c.req.query());
      const isGone = world.channels.get(c.req.param('owner'))?.deleted ?? false;
      if (!file || isGone) return c.text('This content is no longer available.', 404);
      if (c.req.method === 'GET') world.cdn.noteDownload(file);
      return partOf(file, c.req.header('range'));
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

function partOf(file: AttachmentRecord, range: string | undefined): Response {
  const size = file.bytes.length;
  const span = spanOf(range, size);
  if (span === 'beyond')
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${size}` } });
  const { start, end } = span ?? { start: 0, end: size };
  return new Response(Uint8Array.from(file.bytes.subarray(start, end)), {
    status: span ? 206 : 200,
    headers: {
      'content-type': file.contentType,
      'content-length': String(end - start),
      ...(span ? { 'content-range': `bytes ${start}-${end - 1}/${size}` } : {}),
      'content-disposition': `attachment; filename="${file.name}"`,
      'accept-ranges': 'bytes',
      'cache-control': 'public, max-age=31536000',
      'x-robots-tag': 'noindex, nofollow, noarchive, nocache, noimageindex, noodp',
    },
  });
}
