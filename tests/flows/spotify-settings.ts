export const PUBLIC_URL = 'https://mood.example';

/** Two keys of nobody's. */
export const TOKEN_KEYS = [
  { id: 'one', key: Buffer.alloc(32, 1) },
  { id: 'two', key: Buffer.alloc(32, 2) },
];
