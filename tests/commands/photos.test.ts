import { createServer, type RequestListener } from 'node:http';
import { once } from 'node:events';

import { expect, it, onTestFinished } from 'vitest';

import { photosFrom } from '../../src/commands/photos.ts';

/** A CDN that answers as told, and how often it was asked. */
async function cdn(answer: RequestListener): Promise<{ url: string; asked: () => number }> {
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, asked: () => asked };
}

it('fetches the bytes as they are', async () => {
  const { url } = await cdn((_, response) => response.end(Buffer.from([1, 2, 3])));
  const photos = photosFrom({ cdnUrls: [url], limit: 1000 });
  expect([...(await photos.fetch(`${url}/a.jpg?ex=1`))]).toEqual([1, 2, 3]);
});

it.each([
  'http://127.0.0.1:1/a.jpg',
  'file:///etc/hostname',
  'http://cdn.discordapp.com.evil.example/a.jpg',
  'a.jpg',
])('never asks an address that is not the CDN: %s', async (address) => {
  const photos = photosFrom({ cdnUrls: ['https://cdn.discordapp.com'], limit: 1000 });
  await expect(photos.fetch(address)).rejects.toMatchObject({ code: 'photo-elsewhere' });
});

it('follows no redirect', async () => {
  const elsewhere = await cdn((_, response) => response.end('secret'));
  const { url } = await cdn((_, response) => response.writeHead(302, { location: elsewhere.url }).end());
  const photos = photosFrom({ cdnUrls: [url, elsewhere.url], limit: 1000 });
  await expect(photos.fetch(`${url}/a.jpg`)).rejects.toMatchObject({ code: 'photo-gone' });
  expect(elsewhere.asked()).toBe(0);
});

it('refuses what is announced as too heavy, and what turns out to be', async () => {
  const announced = await cdn((_, response) =>
    response.writeHead(200, { 'content-length': '2000' }).write('x'),
  );
  const endless = await cdn((_, response) => {
    const more = setInterval(() => response.write(Buffer.alloc(400)), 5);
    response.on('close', () => clearInterval(more));
  });
  for (const { url } of [announced, endless])
    await expect(photosFrom({ cdnUrls: [url], limit: 1000 }).fetch(`${url}/a.jpg`)).rejects.toMatchObject({
      code: 'image-too-heavy',
    });
});

it.each([404, 500])('says that the photo is gone when the CDN answers %i', async (status) => {
  const { url } = await cdn((_, response) => response.writeHead(status).end());
  await expect(photosFrom({ cdnUrls: [url], limit: 1000 }).fetch(`${url}/a.jpg`)).rejects.toMatchObject({
    code: 'photo-gone',
  });
});

it('says that the photo is gone when the connection breaks halfway', async () => {
  const { url } = await cdn((_, response) => {
    response.writeHead(200, { 'content-length': '900' });
    response.write('half', () => response.destroy());
  });
  await expect(photosFrom({ cdnUrls: [url], limit: 1000 }).fetch(`${url}/a.jpg`)).rejects.toMatchObject({
    code: 'photo-gone',
  });
});

it('gives up on a CDN that never ends', async () => {
  const { url } = await cdn((_, response) => response.writeHead(200).write('x'));
  const photos = photosFrom({ cdnUrls: [url], limit: 1000, deadline: 100 });
  await expect(photos.fetch(`${url}/a.jpg`)).rejects.toMatchObject({ code: 'photo-gone' });
});
