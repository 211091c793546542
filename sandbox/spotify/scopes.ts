/** What an app can be allowed, and how Spotify's consent page says it. */
export const SCOPES: Readonly<Record<string, string>> = {
  'playlist-read-private': 'Access your private playlists.',
  'playlist-modify-public': 'Manage your public playlists.',
  'playlist-modify-private': 'Manage your private playlists.',
  'user-library-modify': 'Manage your saved content.',
  'user-read-private': 'Access your subscription details.',
  'user-read-email': 'Get your real email address.',
  'user-top-read': 'Read your top artists and content.',
  'user-read-playback-state': 'Read your currently playing content and Spotify Connect devices information.',
  'user-modify-playback-state': 'Control playback on your Spotify clients and Spotify Connect devices.',
  'ugc-image-upload': 'Upload images to Spotify on your behalf.',
};
