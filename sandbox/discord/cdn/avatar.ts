import type { UserRecord } from '../world/records.ts';

const COLOURS = ['#5865f2', '#3ba55d', '#d9822b', '#c0467c', '#3f8fb5', '#8a5cd0', '#c2453f', '#5a7d3a'];

/** The hash under which an avatar is served; it never changes. */
export const avatarHash = (user: UserRecord): string =>
  Buffer.from(user.id.padStart(16, '0').slice(-16)).toString('hex');

/** An avatar: a person's initials, or a ring of colours for a bot. */
export const avatarSvg = (user: UserRecord): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="128" height="128" viewBox="0 0 128 128">${user.bot ? RING : initialsOf(user)}</svg>`;

const RING =
  '<defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#ffb347"/>' +
  '<stop offset=".35" stop-color="#ef5da8"/><stop offset=".7" stop-color="#7a5cff"/>' +
  '<stop offset="1" stop-color="#2ec4e6"/></linearGradient></defs><rect width="128" height="128" fill="#1b1730"/>' +
  '<circle cx="64" cy="64" r="36" fill="none" stroke="url(#g)" stroke-width="16"/>' +
  '<circle cx="52" cy="46" r="6" fill="#fff" fill-opacity=".55"/>';

function initialsOf(user: UserRecord): string {
  const words = user.displayName.split(/\s+/).filter(Boolean);
  const first = words.slice(0, 2).map((word) => word.slice(0, 1).toUpperCase());
  const initials = first.join('').replaceAll(/[<>&"']/g, '');
  const sum = Buffer.from(user.displayName).reduce((total, byte) => total + byte, 0);
  const colour = COLOURS[sum % COLOURS.length] ?? '#5865f2';
  return (
    `<rect width="128" height="128" fill="${colour}"/>` +
    `<text x="64" y="64" dy=".35em" text-anchor="middle" font-family="Helvetica, Arial, 'DejaVu Sans', sans-serif" ` +
    `font-size="${initials.length > 1 ? 50 : 60}" font-weight="600" fill="#fff">${initials}</text>`
  );
}
