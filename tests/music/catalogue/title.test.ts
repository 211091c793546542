import { describe, expect, it } from 'vitest';
import { readTitle, splitNames } from '../../../src/music/catalogue/title.ts';

describe('readTitle', () => {
  it.each([
    ['Bohemian Rhapsody - Remastered 2011', 'Bohemian Rhapsody'],
    ['Kashmir - 1990 Remaster', 'Kashmir'],
    ['Levels - Radio Edit', 'Levels'],
    ['Tsunami (Original Mix)', 'Tsunami'],
    ['Lose Yourself [Explicit]', 'Lose Yourself'],
    ['Smooth Operator - Single Version', 'Smooth Operator'],
    ['Black Water - 45 Version', 'Black Water'],
    ['Desperado - 2013 Remaster - Single Version', 'Desperado'],
    ["Red Right Hand - From 'Peaky Blinders' Original Soundtrack", 'Red Right Hand'],
    ['Good  Times\u200b ', 'Good Times'],
    ['Don’t Stop', "Don't Stop"],
    ['6AM.........', '6AM'],
    ['UCLÃ\u0083', 'UCLÃ'],
  ])('%s is the song %s', (raw, title) => {
    expect(readTitle(raw)).toEqual({ title, featured: [], version: 'original' });
  });

  it.each([
    "(Don't Fear) The Reaper",
    "(I Can't Get No) Satisfaction",
    'Sweet Dreams (Are Made of This)',
    'Many Men (Wish Death)',
    'Live Forever',
    'Runaway (U & I)',
    'Just the Two of Us',
    'Cover Me',
    'Chasing Light - Pt. 2',
    'Stay with Me',
    'Piano Man',
    'In Da Club',
  ])('%s is left as it is', (raw) => {
    expect(readTitle(raw)).toEqual({ title: raw, featured: [], version: 'original' });
  });

  it.each([
    ['No Sleep (feat. Bonn)', 'No Sleep', ['Bonn']],
    ["I Don't Care (with Justin Bieber)", "I Don't Care", ['Justin Bieber']],
    ['Stay ft. Rihanna', 'Stay', ['Rihanna']],
    ['Winter Flower(Feat.RM)', 'Winter Flower', ['RM']],
    ['Take It (feat. A) [with B & C] - Radio Edit', 'Take It', ['B & C', 'A']],
  ])('%s names who is featured', (raw, title, featured) => {
    const read = readTitle(raw);
    expect(read).toMatchObject({ title, version: 'original' });
    expect(read.featured.toSorted()).toEqual(featured.toSorted());
  });

  it('takes two known artists in brackets as featured, and no other words', () => {
    const isKnown = (name: string) => ['Lil Baby', 'Gunna'].includes(name);
    expect(readTitle('Drip Too Hard (Lil Baby & Gunna)', isKnown)).toMatchObject({
      title: 'Drip Too Hard',
      featured: ['Lil Baby & Gunna'],
    });
    expect(readTitle('Gunna (Lil Baby)', isKnown).title).toBe('Gunna (Lil Baby)');
  });

  it.each([
    'Memories - Dillon Francis Remix',
    'Let Her Go - Acoustic',
    'Creep (Live)',
    'Starlight - Live at Rome Olympic Stadium',
    'Dark Horse (Originally Performed By Katy Perry) [Karaoke Version]',
    'Poison (Interlude)',
    'Mosaic - Skit',
    'Intro',
    'Dance Monkey - Sped Up',
    'SOS (Laidback Luke Tribute Remix)',
    'Closer - Instrumental',
    'Hello - Remastered 2009 - Live',
    'Tamo Bien - Ao Vivo',
    'Levels - Extended Mix',
  ])('%s is another piece', (raw) => {
    expect(readTitle(raw).version).toBe('other');
  });

  it('keeps an artist’s own remix apart, and says so in its title', () => {
    expect(readTitle('Te Boté - Remix')).toEqual({
      title: 'Te Boté (Remix)',
      featured: [],
      version: 'remix',
    });
  });
});

describe('splitNames', () => {
  const known = new Set(['Macklemore & Ryan Lewis', 'Tyler, The Creator', 'Wisin & Yandel']);
  const isKnown = (name: string): boolean => known.has(name);

  it.each([
    ['Khalid', ['Khalid']],
    ['Khalid & Normani', ['Khalid', 'Normani']],
    ['J. Balvin, Tyga and Drake', ['J. Balvin', 'Tyga', 'Drake']],
    ['Macklemore & Ryan Lewis', ['Macklemore & Ryan Lewis']],
    ['Tyler, The Creator & Wisin & Yandel', ['Tyler, The Creator', 'Wisin & Yandel']],
    ['Drake, Wisin & Yandel', ['Drake', 'Wisin & Yandel']],
  ])('%s', (text, names) => {
    expect(splitNames(text, isKnown)).toEqual(names);
  });
});
