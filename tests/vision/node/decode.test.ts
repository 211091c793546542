import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { type ErrorCode, MoodringError } from '../../../src/errors.ts';
import { decodePhoto } from '../../../src/vision/node/decode.ts';
import { LEAST_SIDE, LONGEST_SIDE, MOST_BYTES } from '../../../src/vision/node/limits.ts';
import { animation as animationOf, hollowPng, withExif, withTextBombs } from '../../hostile-photos.ts';
import { quarters, seenIn, UPRIGHT } from './pictures.ts';

/** Expects a refusal with this code and returns its details. */
async function refusal(bytes: Uint8Array, code: ErrorCode) {
  const error: unknown = await decodePhoto(bytes).then(
    () => 'a photo',
    (cause: unknown) => cause,
  );
  if (!(error instanceof MoodringError)) throw new Error(`not a refusal: ${String(error)}`);
  expect(error.code).toBe(code);
  return error.details;
}

const picture = () => quarters(120, 80);
const other = () => quarters(120, 80, undefined, ['black', 'black', 'white', 'white']);

/** Both frames as one animation. */
async function animation() {
  const frames = await Promise.all([picture().png().toBuffer(), other().png().toBuffer()]);
  return sharp(frames, { join: { animated: true } });
}

describe('a photo in a format that people send', () => {
  const formats = {
    JPEG: () => picture().jpeg({ quality: 95 }).toBuffer(),
    'progressive JPEG': () => picture().jpeg({ quality: 95, progressive: true }).toBuffer(),
    PNG: () => picture().png().toBuffer(),
    'interlaced PNG': () => picture().png({ progressive: true }).toBuffer(),
    WebP: () => picture().webp().toBuffer(),
    AVIF: () => picture().avif({ quality: 80, effort: 2 }).toBuffer(),
    GIF: () => picture().gif().toBuffer(),
  };

  it.each(Object.entries(formats))('is decoded: %s', async (_, make) => {
    const photo = await decodePhoto(await make());
    expect(seenIn(photo)).toEqual(UPRIGHT);
    expect(photo).toMatchObject({ width: 120, height: 80, scale: 1 });
    expect(photo.pixels).toHaveLength(120 * 80 * 3);
  });

  it('is decoded to the first picture of an animated GIF or WebP', async () => {
    const gif = await (await animation()).gif().toBuffer();
    const webp = await (await animation()).webp().toBuffer();
    for (const bytes of [gif, webp]) {
      expect((await sharp(bytes).metadata()).pages).toBe(2);
      const photo = await decodePhoto(bytes);
      expect(photo).toMatchObject({ width: 120, height: 80 });
      expect(seenIn(photo)).toEqual(UPRIGHT);
    }
  });
});

describe('an animation of 10,000 frames', () => {
  it.each(['gif', 'webp'] as const)('is decoded to its first one: %s', async (format) => {
    const bytes = await animationOf(10_000, format);
    expect((await sharp(bytes).metadata()).pages).toBe(10_000);
    expect(await decodePhoto(bytes)).toMatchObject({ width: 40, height: 40 });
  });
});

describe('the colours of a photo', () => {
  const kinds = {
    CMYK: {
      make: () => picture().toColourspace('cmyk').jpeg({ quality: 95 }),
      header: { space: 'cmyk', channels: 4 },
    },
    '16 bits a channel': {
      make: () => picture().toColourspace('rgb16').png(),
      header: { space: 'rgb16', depth: 'ushort' },
    },
    'a palette': { make: () => picture().png({ palette: true, colours: 8 }), header: { isPalette: true } },
    'an alpha channel that hides nothing': {
      make: () => picture().ensureAlpha().png(),
      header: { hasAlpha: true },
    },
    'a wide-gamut profile': {
      make: () => picture().withIccProfile('p3').jpeg({ quality: 95 }),
      header: { hasProfile: true },
    },
  };

  it.each(Object.entries(kinds))('come out right from %s', async (_, { make, header }) => {
    const bytes = await make().toBuffer();
    expect(await sharp(bytes).metadata()).toMatchObject(header);
    const photo = await decodePhoto(bytes);
    expect(photo.pixels).toHaveLength(120 * 80 * 3);
    expect(seenIn(photo)).toEqual(UPRIGHT);
  });

  const greys = () => quarters(120, 80, undefined, ['black', 'white', 'grey', 'black']).greyscale();
  const greyKinds = {
    'a grey JPEG': { make: () => greys().toColourspace('b-w').jpeg(), header: { space: 'b-w', channels: 1 } },
    'a grey PNG': { make: () => greys().toColourspace('b-w').png(), header: { space: 'b-w', channels: 1 } },
    'a grey PNG of 16 bits': {
      make: () => greys().toColourspace('grey16').png(),
      header: { space: 'grey16', depth: 'ushort' },
    },
    'a grey PNG with alpha': {
      make: () => greys().toColourspace('b-w').ensureAlpha().png(),
      header: { space: 'b-w', channels: 2 },
    },
  };

  it.each(Object.entries(greyKinds))('are three channels for %s', async (_, { make, header }) => {
    const bytes = await make().toBuffer();
    expect(await sharp(bytes).metadata()).toMatchObject(header);
    const photo = await decodePhoto(bytes);
    expect(photo.pixels).toHaveLength(120 * 80 * 3);
    expect(seenIn(photo)).toEqual(['black', 'white', 'grey', 'black']);
  });

  it.each([
    ['8', 'srgb'],
    ['16', 'rgb16'],
  ])('are laid over white where a PNG of %s bits is transparent', async (_, space) => {
    const half = { create: { width: 120, height: 40, channels: 4, background: '#000f' } } as const;
    const bytes = await picture()
      .ensureAlpha()
      .composite([{ input: await sharp(half).png().toBuffer(), top: 0, left: 0, blend: 'dest-out' }])
      .toColourspace(space)
      .png()
      .toBuffer();
    expect(seenIn(await decodePhoto(bytes))).toEqual(['white', 'white', 'blue', 'yellow']);
  });
});

describe('a photo taken with the camera held any way', () => {
  /** Where a stored pixel shows in the upright picture, as the EXIF standard defines the eight orientations. */
  const orientations = {
    1: (x: number, y: number) => [x, y] as const,
    2: (x: number, y: number) => [1 - x, y] as const,
    3: (x: number, y: number) => [1 - x, 1 - y] as const,
    4: (x: number, y: number) => [x, 1 - y] as const,
    5: (x: number, y: number) => [y, x] as const,
    6: (x: number, y: number) => [1 - y, x] as const,
    7: (x: number, y: number) => [1 - y, 1 - x] as const,
    8: (x: number, y: number) => [y, 1 - x] as const,
  };

  it.each(Object.entries(orientations))('is upright: EXIF orientation %s', async (orientation, upright) => {
    const lying = Number(orientation) >= 5;
    const stored = quarters(lying ? 1200 : 1800, lying ? 1800 : 1200, upright);
    const photo = await decodePhoto(
      await stored
        .jpeg()
        .withMetadata({ orientation: Number(orientation) })
        .toBuffer(),
    );
    expect(seenIn(photo)).toEqual(UPRIGHT);
    expect(photo).toMatchObject({ width: LONGEST_SIDE, height: Math.round((LONGEST_SIDE * 2) / 3) });
    expect(photo.scale).toBeCloseTo(1800 / LONGEST_SIDE, 9);
  });

  it('is read as it lies where its EXIF is broken', async () => {
    const jpeg = await picture().jpeg({ quality: 95 }).toBuffer();
    const headers = ['Exif\0\0MM\0*\xff\xff\xff\xff', 'Exif\0\0', 'Exif\0\0II*\0\x08\0\0\0\xff\xff\x12\x01'];
    for (const header of headers) {
      const broken = withExif(jpeg, header);
      expect(seenIn(await decodePhoto(broken))).toEqual(UPRIGHT);
    }
  });
});

describe('the size of a decoded photo', () => {
  it('is bounded, and the scale leads back', async () => {
    const wide = await decodePhoto(await quarters(3000, 1500).jpeg().toBuffer());
    expect(wide).toMatchObject({ width: LONGEST_SIDE, height: LONGEST_SIDE / 2 });
    expect(wide.scale).toBeCloseTo(3000 / LONGEST_SIDE, 9);
    const tall = await decodePhoto(await quarters(1500, 3000).jpeg().toBuffer());
    expect(tall).toMatchObject({ width: LONGEST_SIDE / 2, height: LONGEST_SIDE });
    expect(tall.scale).toBeCloseTo(3000 / LONGEST_SIDE, 9);
  });

  it('has a true scale for a strip, whose short side is rounded to whole pixels', async () => {
    const { scale } = await decodePhoto(await quarters(40, 5000).png().toBuffer());
    expect(scale).toBeCloseTo(5000 / LONGEST_SIDE, 9);
  });

  it('is never more than was sent', async () => {
    const photo = await decodePhoto(await quarters(LEAST_SIDE, 40).png().toBuffer());
    expect(photo).toMatchObject({ width: LEAST_SIDE, height: 40, scale: 1 });
  });
});

describe('a file that is refused', () => {
  it.each([
    [1, 1],
    [31, 500],
    [500, 31],
  ])('is too small at %i × %i', async (width, height) => {
    const details = await refusal(await quarters(width, height).png().toBuffer(), 'image-too-small');
    expect(details).toEqual({ limit: LEAST_SIDE });
  });

  it('claims too many pixels in its header, and is not decoded', async () => {
    // There are no pixels behind this header: whoever decodes it calls it damaged.
    expect(await refusal(hollowPng(30_000, 30_000), 'image-too-many-pixels')).toEqual({ limit: 64 });
    await refusal(hollowPng(300, 300), 'image-damaged');
  });

  it('is too heavy by one byte', async () => {
    expect(await refusal(new Uint8Array(MOST_BYTES + 1), 'image-too-heavy')).toEqual({ limit: 20 });
    await refusal(new Uint8Array(MOST_BYTES), 'not-an-image');
  });

  const strangers = {
    'text that is named .jpg': Buffer.from('Hello, this is a text file and no photo at all.\n'),
    SVG: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"><rect/></svg>'),
    'SVG after an XML header': Buffer.from(
      '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"/>',
    ),
    PDF: Buffer.from('%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n'),
    HTML: Buffer.from('<!doctype html><html><body><img src="selfie.jpg"></body></html>'),
    'no bytes': Buffer.alloc(0),
    'one byte': Buffer.from([0xff]),
  };

  it.each(Object.entries(strangers))('is no photo: %s', async (_, bytes) => {
    await refusal(bytes, 'not-an-image');
  });

  it('is a picture that no camera app sends', async () => {
    await refusal(await quarters(64, 64).tiff().toBuffer(), 'not-an-image');
  });

  it('is not an iPhone’s, though it calls itself by its container’s name', async () => {
    const avif = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#888888' } })
      .avif()
      .toBuffer();
    avif.write('mif1', 8, 'latin1');
    expect(await decodePhoto(avif)).toMatchObject({ width: 64, height: 48 });
  });

  it.each(['heic', 'heix', 'hevc', 'mif1', 'msf1'])('is an iPhone’s: brand %s', async (brand) => {
    await refusal(
      Buffer.from(`\0\0\0\x18ftyp${brand}\0\0\0\0mif1heic\0\0\0\x08mdat`, 'latin1'),
      'image-heic',
    );
  });

  const cut = {
    JPEG: () => noise().jpeg().toBuffer(),
    PNG: () => noise().png().toBuffer(),
    WebP: () => noise().webp().toBuffer(),
    AVIF: () => noise().avif({ effort: 0 }).toBuffer(),
    GIF: () => noise().gif().toBuffer(),
  };

  it.each(Object.entries(cut))('was cut off on its way: %s', async (_, make) => {
    const whole = await make();
    await expect(decodePhoto(whole)).resolves.toMatchObject({ width: 200 });
    for (const share of [0.2, 0.5, 0.9])
      await refusal(whole.subarray(0, Math.floor(whole.length * share)), 'image-damaged');
  });
});

describe('whatever arrives', () => {
  const photoOrRefusal = async (bytes: Uint8Array): Promise<void> => {
    try {
      const { pixels, width, height, scale } = await decodePhoto(bytes);
      expect(pixels).toHaveLength(width * height * 3);
      expect(Math.max(width, height)).toBeLessThanOrEqual(LONGEST_SIDE);
      expect(scale).toBeGreaterThanOrEqual(1);
    } catch (error) {
      if (!(error instanceof MoodringError)) throw error;
      expect(error.code).not.toBe('unexpected');
    }
  };

  it('is a photo or a refusal: any bytes, also behind the first bytes of a format', async () => {
    const starts = [
      [],
      [0xff, 0xd8, 0xff],
      [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
      [...Buffer.from('GIF89a')],
      [...Buffer.from('RIFF\x40\0\0\0WEBPVP8 ')],
      [...Buffer.from('\0\0\0\x18ftypavif')],
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 300 }), (start, rest) =>
        photoOrRefusal(Uint8Array.from([...start, ...rest])),
      ),
      { numRuns: 300 },
    );
  });

  it('is a photo or a refusal: a real one with bytes changed, cut out or put in', async () => {
    const small = () => quarters(48, 40);
    const whole = [
      await small().jpeg().withMetadata({ orientation: 6 }).toBuffer(),
      await small().png().toBuffer(),
      await small().webp().toBuffer(),
      await small().gif().toBuffer(),
      await small().avif({ effort: 0 }).toBuffer(),
    ] as const;
    const change = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat({ max: 8 }),
      put: fc.uint8Array({ maxLength: 8 }),
    });
    const changes = fc.array(change, { minLength: 1, maxLength: 4 });
    await fc.assert(
      // The JPEG three times as often as any other.
      fc.asyncProperty(fc.constantFrom(whole[0], whole[0], ...whole), changes, (bytes, all) =>
        photoOrRefusal(
          all.reduce<Uint8Array>((now, { at, cut: gone, put }) => {
            const place = Math.floor(at * now.length);
            return Buffer.concat([now.subarray(0, place), put, now.subarray(place + gone)]);
          }, bytes),
        ),
      ),
      { numRuns: 500 },
    );
  });
});

/** A picture with so much in it that a part of the file is missed. */
function noise() {
  const pixels = Uint8Array.from({ length: 200 * 150 * 3 }, (_, index) => (index * index * 7919) % 251);
  return sharp(pixels, { raw: { width: 200, height: 150, channels: 3 } });
}

describe('a PNG with much beside its pixels', () => {
  it('is read without unfolding its compressed text', async () => {
    const png = await quarters(200, 100).png().toBuffer();
    const before = process.memoryUsage().rss;
    const photo = await decodePhoto(withTextBombs(png));
    expect(seenIn(photo)).toEqual(UPRIGHT);
    // Unfolded it would be 1.2 GB.
    expect(process.memoryUsage().rss - before).toBeLessThan(300_000_000);
  });

  it('keeps what says which way is up', async () => {
    const turned = await quarters(100, 200).withMetadata({ orientation: 6 }).png().toBuffer();
    expect(await decodePhoto(turned)).toMatchObject({ width: 200, height: 100 });
  });

  it('whose chunks lie about their length is refused', async () => {
    const png = await quarters(200, 100).png().toBuffer();
    png.writeUInt32BE(0xffffffff, png.indexOf('IDAT') - 4);
    await refusal(png, 'not-an-image');
  });
});
