import { setTimeout as sleep } from 'node:timers/promises';

import { afterEach, describe, expect, it, vi } from 'vitest';

import { asMoodringError } from '../../src/errors.ts';
import { createWebcamLinks, type Seen, type WebcamAnswer } from '../../src/flows/webcam-links.ts';
import { listOfLength } from '../cards/lists.ts';

const SEEN: Seen = { kind: 'photo', photo: new Uint8Array() };
const ANSWER: WebcamAnswer = {
  list: {
    id: 'x',
    playlist: listOfLength(1),
    days: 30,
    link: { kind: 'attached', name: 'x' },
    spotify: undefined,
  },
};

async function codeOf(work: () => unknown): Promise<string> {
  try {
    await work();
    return 'fine';
  } catch (error) {
    return asMoodringError(error).code;
  }
}

const to = (answer: () => Promise<WebcamAnswer> = () => Promise.resolve(ANSWER)) => ({
  locale: 'en',
  answer,
});

afterEach(() => vi.useRealTimers());

describe('a webcam link', () => {
  it('belongs to the first browser that opens it, and to it again', async () => {
    const links = createWebcamLinks();
    const id = links.make(to());
    const secret = links.open(id, undefined);
    expect(links.open(id, secret)).toBe(secret);
    expect(await codeOf(() => links.open(id, undefined))).toBe('webcam-elsewhere');
    expect(await codeOf(() => links.open(id, 'guessed'))).toBe('webcam-elsewhere');
    expect(await codeOf(() => links.answer(id, undefined, SEEN))).toBe('webcam-elsewhere');
    expect(await codeOf(() => links.answer(id, secret, SEEN))).toBe('fine');
  });

  it('gives a browser that comes with a secret of another link one of its own', () => {
    const links = createWebcamLinks();
    const other = links.open(links.make(to()), undefined);
    expect(links.open(links.make(to()), other)).not.toBe(other);
  });

  it('answers nobody before a browser has opened it', async () => {
    const links = createWebcamLinks();
    expect(await codeOf(() => links.answer(links.make(to()), 'any', SEEN))).toBe('webcam-elsewhere');
  });

  it('is used up by an answer, also while that is under way, and good again where it was refused', async () => {
    const links = createWebcamLinks();
    const answers = [Promise.reject(new Error('refused')), Promise.resolve(ANSWER)];
    const id = links.make(to(() => answers.shift() ?? Promise.reject(new Error('asked too often'))));
    const secret = links.open(id, undefined);
    const first = links.answer(id, secret, SEEN);
    expect(await codeOf(() => links.answer(id, secret, SEEN))).toBe('webcam-used');
    await expect(first).rejects.toThrow('refused');
    await expect(links.answer(id, secret, SEEN)).resolves.toBe(ANSWER);
    expect(await codeOf(() => links.find(id))).toBe('webcam-used');
    expect(await codeOf(() => links.open(id, secret))).toBe('webcam-used');
  });

  it('is good for ten minutes, and then unknown', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const links = createWebcamLinks();
    const id = links.make(to());
    const secret = links.open(id, undefined);
    // The cache looks at the clock once in a millisecond.
    const passes = async (minutes: number) => {
      vi.setSystemTime(Date.now() + minutes * 60_000);
      await sleep(5);
    };
    await passes(9.9);
    expect(await codeOf(() => links.find(id))).toBe('fine');
    await passes(0.2);
    expect(await codeOf(() => links.find(id))).toBe('webcam-expired');
    expect(await codeOf(() => links.answer(id, secret, SEEN))).toBe('webcam-expired');
    expect(await codeOf(() => links.find('never was'))).toBe('webcam-expired');
  });

  it('cannot be guessed', () => {
    const links = createWebcamLinks();
    const ids = Array.from({ length: 100 }, () => links.make(to()));
    expect(new Set(ids).size).toBe(100);
    expect(ids.every((id) => /^[\w-]{24}$/.test(id))).toBe(true);
  });
});
