import { Hono } from 'hono';
import { pagingIn, personBehind } from './holder.ts';
import type { ApiEnv } from './holder.ts';
import { artistJson } from './wire.ts';
import { apiError } from './wire.ts';
import { deviceJson, pageJson, personJson } from './wire-people.ts';

/** What a person is, hears, and plays it on. */
export function personApi(): Hono<ApiEnv> {
  const api = new Hono<ApiEnv>();

  api.get('/me', (c) => {
    const person = personBehind(c);
    return person instanceof Response ? person : Response.json(personJson(person));
  });

  api.get('/me/top/artists', (c) => {
    const person = personBehind(c, 'user-top-read');
    if (person instanceof Response) return person;
    if (!/^(?:long|medium|short)_term$/.test(c.req.query('time_range') ?? 'medium_term'))
      return apiError(400, 'Invalid time range');
    const page = pagingIn(c);
    if (page instanceof Response) return page;
    return Response.json(pageJson('me/top/artists', person.topArtists.map(artistJson), page));
  });

  api.get('/me/player/devices', (c) => {
    const person = personBehind(c, 'user-read-playback-state');
    return person instanceof Response ? person : Response.json({ devices: person.devices.map(deviceJson) });
  });

  api.post('/me/player/queue', (c) => {
    const person = personBehind(c, 'user-modify-playback-state');
    if (person instanceof Response) return person;
    const uri = c.req.query('uri') ?? '';
    if (!/^spotify:track:\w{22}$/.test(uri)) return apiError(400, 'Invalid track uri');
    if (!person.premium) return apiError(403, 'Player command failed: Premium required', 'PREMIUM_REQUIRED');
    const wanted = c.req.query('device_id');
    const device = person.devices.find(({ id, active }) => (wanted === undefined ? active : id === wanted));
    if (!device)
      return wanted === undefined
        ? apiError(404, 'Player command failed: No active device found', 'NO_ACTIVE_DEVICE')
        : apiError(404, 'Device not found');
    person.queue.push({ uri, device: device.id });
    return new Response(null, { status: 204 });
  });
  return api;
}
