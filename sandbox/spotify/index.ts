export { Contract } from './contract.ts';
export type { Exchange, Operation } from './contract.ts';
export { idOf } from './songs.ts';
export type { Song, SongPlan } from './songs.ts';
export type { Spotify } from './spotify.ts';
export { startSpotify } from './start.ts';
export type { SpotifyOptions } from './start.ts';
export { broken, nonsense, notRegistered, premiumNeeded, tooMany } from './trouble.ts';
export type { SpotifyFault } from './trouble.ts';
