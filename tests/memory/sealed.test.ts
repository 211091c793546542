import { randomBytes } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { sealWith } from '../../src/memory/sealed.ts';

const OLD = { id: 'old', key: randomBytes(32) };
const NEW = { id: 'new', key: randomBytes(32) };
const TEXT = 'a token, and ümläuts 🎵';

describe('a sealed text', () => {
  const seal = sealWith([OLD]);

  it('opens for its owner, and is another one each time', () => {
    const [first, second] = [seal.seal(TEXT, '1'), seal.seal(TEXT, '1')];
    expect(first).not.toBe(second);
    expect([first, second].map((text) => seal.open(text, '1'))).toEqual([TEXT, TEXT]);
    expect(seal.open(seal.seal('', '1'), '1')).toBe('');
  });

  it('shows nothing of itself, and goes through an address as it is', () => {
    const sealed = seal.seal(TEXT, '1');
    expect(sealed).toMatch(/^old\.[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(Buffer.from(sealed.split('.').at(-1) ?? '', 'base64url').includes('token')).toBe(false);
  });

  it('does not open for anybody else', () => {
    expect(seal.open(seal.seal(TEXT, '1'), '2')).toBeUndefined();
    expect(seal.open(seal.seal(TEXT, '12'), '1')).toBeUndefined();
  });

  it('does not open once altered anywhere', () => {
    const parts = seal.seal(TEXT, '1').split('.');
    for (let at = 1; at < parts.length; at += 1) {
      const bytes = Buffer.from(parts[at] ?? '', 'base64url');
      for (const index of bytes.keys()) {
        const altered = Buffer.from(bytes);
        altered[index] = (altered[index] ?? 0) ^ 1;
        const text = parts.with(at, altered.toString('base64url')).join('.');
        expect(seal.open(text, '1')).toBeUndefined();
      }
    }
  });

  it.each(['', '.', 'old', 'old...', 'old.AAAA.AAAA.AAAA', 'no dots', 'old.%.%.%', '....'])(
    'is not made up: %j',
    (text) => {
      expect(seal.open(text, '1')).toBeUndefined();
    },
  );

  it('has a tag of full length, which a shorter one cannot stand in for', () => {
    const [id, nonce, tag, body] = seal.seal(TEXT, '1').split('.');
    const short = Buffer.from(tag ?? '', 'base64url')
      .subarray(0, 4)
      .toString('base64url');
    expect(seal.open([id, nonce, short, body].join('.'), '1')).toBeUndefined();
  });
});

describe('keys', () => {
  it('are rotated: the first seals, all of them open', () => {
    const before = sealWith([OLD]).seal(TEXT, '1');
    const both = sealWith([NEW, OLD]);
    expect(both.open(before, '1')).toBe(TEXT);
    const after = both.seal(TEXT, '1');
    expect(after).toMatch(/^new\./);
    expect(sealWith([NEW]).open(after, '1')).toBe(TEXT);
    expect(sealWith([NEW]).open(before, '1')).toBeUndefined();
    expect(sealWith([{ id: 'old', key: NEW.key }]).open(before, '1')).toBeUndefined();
  });

  it('are refused where there is none, or one of another length', () => {
    expect(() => sealWith([])).toThrow(RangeError);
    expect(() => sealWith([OLD, { id: 'short', key: randomBytes(16) }])).toThrow('short');
  });
});
