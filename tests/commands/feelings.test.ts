import { describe, expect, it } from 'vitest';

import type { Member, Message } from '../../sandbox/discord/index.ts';
import { oneSmile } from '../photos.ts';
import { agreedMember, agrees, moodring, PATIENT, saidIn, sends, tracksIn } from './moodring.ts';

const app = moodring();

type Options = Parameters<Member['uses']>[1];

/** What `/mood` answers, without a photo. */
async function tells(member: Member, options: Options): Promise<Message> {
  return (await member.uses('/mood', options)).reply(PATIENT);
}

/** The sentence for what cannot be answered, shown to the person alone. */
async function refused(member: Member, options: Options): Promise<string> {
  const use = await member.uses('/mood', options);
  const sorry = await Promise.any([use.reply(PATIENT), use.nextMessage(PATIENT)]);
  expect(sorry.isEphemeral).toBe(true);
  return saidIn(sorry);
}

function wholeList({ json }: Message) {
  return json.embeds.at(-1);
}

describe('/mood without a photo', () => {
  it('is answered for an emoji at once: no face is read, so nobody is asked', async () => {
    const ada = app().discord.addMember('Ada');
    const card = await tells(ada, { emoji: '😤' });
    expect(card.isEphemeral).toBe(false);
    expect(card.json.embeds[0]?.title).toBe('😤 In music, that is tense');
    expect(card.json.embeds[0]?.footer?.text).toContain('30 days');
    const picture = await fetch(card.json.embeds[0]?.image?.url ?? '');
    expect(picture.headers.get('content-type')).toBe('image/png');
    expect(tracksIn(card)).toHaveLength(6);
    expect((await fetch(wholeList(card)?.url ?? '')).status).toBe(200);
  });

  it('follows words, with an intent and all filters', async () => {
    const bea = app().discord.addMember('Bea');
    const card = await tells(bea, {
      feeling: 'tired but hopeful',
      intent: 'lift',
      genre: 'ROCK',
      decade: "'80s",
      popularity: 'well-known',
      length: '8 tracks',
    });
    expect(saidIn(card)).toContain('I understood “tired”, “hopeful”.');
    expect(wholeList(card)?.title).toMatch(/^Music to lift you, starting \w+ · 80s rock, well known$/);
    expect(wholeList(card)?.description).toMatch(/Tracks 1–6 of \d/);
    const years = card.json.embeds
      .slice(1, -1)
      .map(({ description }) => / · (\d{4})\n/.exec(description ?? '')?.[1]);
    expect(years.filter((year) => year?.startsWith('198')).length).toBeGreaterThanOrEqual(4);
  });

  it('keeps filters and length under its buttons, with other tracks each time', async () => {
    const cleo = app().discord.addMember('Cleo');
    const card = await tells(cleo, { emoji: '😄', decade: '2010s', length: '5' });
    expect(tracksIn(card)).toHaveLength(5);
    const seen = new Set(tracksIn(card));
    const more = await (await cleo.clicks(card, 'More like this')).reply(PATIENT);
    expect(wholeList(more)?.title).toContain('· 2010s');
    expect(tracksIn(more)).toHaveLength(5);
    for (const track of tracksIn(more)) expect(seen).not.toContain(track);
    expect(more.json.embeds[0]?.title).toBe('😄 In music, that is happy');
    // What one had today does not come again in an answer of its own either.
    const anew = await tells(cleo, { emoji: '😄', decade: '2010s', length: '5' });
    for (const track of tracksIn(anew)) expect([...seen, ...tracksIn(more)]).not.toContain(track);
  });

  it('takes minutes', async () => {
    const dora = app().discord.addMember('Dora');
    const card = await tells(dora, { emoji: '😌', length: '30 min' });
    const [, total = '0'] = / of (\d+)/.exec(wholeList(card)?.description ?? '') ?? [];
    expect(Number(total)).toBeGreaterThanOrEqual(6);
    expect(Number(total)).toBeLessThanOrEqual(11);
  });

  it('shows an artist who was asked for, and says so', async () => {
    const near = await tells(app().discord.addMember('Eva'), { emoji: '😄' });
    const spot = near.json.embeds.find(({ description }) => description?.includes('right on the spot'));
    const [, artist = ''] = /^\*\*([^,*]+)/.exec((spot ?? near.json.embeds[1])?.description ?? '') ?? [];
    const eve = app().discord.addMember('Eve');
    const card = await tells(eve, { emoji: '😄', artist: artist.toUpperCase(), length: '20' });
    expect(wholeList(card)?.title).toContain(`· like ${artist}`);
    const page = await fetch(wholeList(card)?.url ?? '');
    expect(await page.text()).toContain('you asked for ');
  });

  it('says what to tell it when nothing is told', async () => {
    const fay = app().discord.addMember('Fay');
    expect(await refused(fay, {})).toContain('/mood emoji:😤');
    expect(await refused(fay, { genre: 'rock' })).toContain('Tell me how you feel');
  });

  it.each([
    [{ emoji: 'xyzzy' }, 'I see no emoji in that'],
    [{ feeling: 'xyzzy' }, 'I know none of those words'],
    [{ emoji: '😄', genre: 'rokc' }, 'I have rock, '],
    [{ emoji: '😄', artist: 'Qeen' }, 'These are near: Queen'],
    [{ emoji: '😄', decade: '1820s' }, 'no music from that decade. I have those that begin with 1960, 1970'],
    [{ emoji: '😄', decade: 'olden days' }, 'Write it like “80s”'],
    [{ emoji: '😄', length: 'forever' }, 'Write it like “20 tracks”'],
    [{ emoji: '😄', length: '101' }, 'up to 100 tracks'],
    [{ emoji: '😄', length: '0 min' }, 'Write it like'],
  ])('says what is wrong with %j, and what is near', async (options, sentence) => {
    const gil = app().discord.addMember('Gil');
    expect(await refused(gil, options)).toContain(sentence);
    expect(app().discord.channel.messages.filter(({ isThinking }) => isThinking)).toEqual([]);
  });

  it('shows what was written as it stands, and pings nobody', async () => {
    const hal = app().discord.addMember('Hal');
    const card = await tells(hal, { feeling: 'not **very** [happy](https://evil.example) @everyone' });
    const said = card.json.embeds[0]?.description ?? '';
    expect(said).not.toMatch(/(?<!\\)\*\*very/);
    expect(said).not.toMatch(/(?<!\\)\[happy\]/);
    expect(card.json.mentions).toEqual([]);
    expect(card.json.mention_everyone).toBe(false);
  });
});

describe('somebody in need', () => {
  it('is answered alone, told where people listen, and led to calm, under every button too', async () => {
    const ida = app().discord.addMember('Ida');
    const card = await tells(ida, { feeling: 'I want to die', intent: 'party' });
    expect(card.isEphemeral).toBe(true);
    expect(saidIn(card)).toContain('findahelpline.com');
    expect(saidIn(card)).toContain('local emergency number');
    expect(wholeList(card)?.title).toContain('Music to calm down');
    const more = await (await ida.clicks(card, 'More like this')).reply(PATIENT);
    const lifted = await (await ida.clicks(more, 'Lift me')).reply(PATIENT);
    const paged = await (await ida.clicks(lifted, 'Next')).reply(PATIENT);
    for (const message of [more, lifted, paged]) {
      expect(saidIn(message)).toContain('findahelpline.com');
      expect(JSON.stringify(message.json.components)).not.toContain('Match me');
    }
    expect(wholeList(lifted)?.title).toContain('Music to lift you');
  });

  it('is told so at once: no notice, no photo and no misspelling comes between', async () => {
    const lea = app().discord.addMember('Lea');
    const wrong = { feeling: 'I want to die', genre: 'rokc', length: 'for ever' };
    const card = await sends(lea, await oneSmile(), wrong, 'lea.jpg');
    expect(card.isEphemeral).toBe(true);
    expect(saidIn(card)).toContain('findahelpline.com');
    expect(app().discord.downloads).not.toContain('lea.jpg');
  });
});

describe('a photo and words together', () => {
  it('count half each, and the filters hold', async () => {
    const words = { feeling: 'sad', decade: '90s', length: '4' };
    const { card } = await agreedMember(app().discord, 'Joe', await oneSmile(), words);
    expect(saidIn(card)).toContain('You look happy');
    expect(saidIn(card)).toContain('What you told me counts half: “sad”.');
    expect(wholeList(card)?.title).toContain('· 90s');
    expect(tracksIn(card)).toHaveLength(4);
  });

  it('wait for the notice like any photo', async () => {
    const kim = app().discord.addMember('Kim');
    const notice = await sends(kim, await oneSmile(), { emoji: '😄' });
    expect(saidIn(notice)).toContain('emotion recognition');
    expect(saidIn(await agrees(kim, notice))).toContain('counts half: “😄”');
  });
});

describe('a list for words', () => {
  it('is kept, shown by /privacy, and erased to the last byte', async () => {
    const mia = app().discord.addMember('Mia');
    const card = await tells(mia, { feeling: 'wistfully tired' });
    expect(app().rawDatabase().includes(mia.id)).toBe(true);
    expect(app().rawDatabase().includes('wistful')).toBe(false);
    const shown = await (await mia.uses('/privacy')).reply(PATIENT);
    expect(saidIn(shown)).toContain('1 playlist');
    expect(saidIn(shown)).not.toContain('agreed');
    const sure = await (await mia.clicks(shown, 'Forget me')).reply(PATIENT);
    const done = await (await mia.clicks(sure, 'Yes, erase everything')).reply(PATIENT);
    expect(saidIn(done)).toContain('Nothing about you is left');
    expect(app().rawDatabase().includes(mia.id)).toBe(false);
    expect((await fetch(wholeList(card)?.url ?? '')).status).toBe(404);
    const gone = await (await mia.clicks(card, 'More like this')).nextMessage(PATIENT);
    expect(saidIn(gone)).toContain('That list is gone');
    expect(app().rawDatabase().includes(mia.id)).toBe(false);
  });

  it('is there for somebody who said no to having photos read', async () => {
    const ned = app().discord.addMember('Ned');
    await (await ned.clicks(await sends(ned, await oneSmile()), 'No')).reply(PATIENT);
    expect(tracksIn(await tells(ned, { emoji: '😌' }))).toHaveLength(6);
    const shown = saidIn(await (await ned.uses('/privacy')).reply(PATIENT));
    expect(shown).toContain('You said **no**');
    expect(shown).toContain('1 playlist');
    expect(saidIn(await sends(ned, await oneSmile()))).toContain('emotion recognition');
  });
});

describe('what is offered while somebody types', () => {
  const offered = async (option: string, text: string) => {
    const choices = await app()
      .discord.addMember('Ola')
      .types('/mood', { [option]: text }, PATIENT);
    return choices.map(({ name, value }) => ({ name, value }));
  };

  it('is genres, decades, artists and lengths', async () => {
    expect((await offered('genre', 'ro'))[0]).toEqual({ name: 'rock', value: 'rock' });
    expect(await offered('decade', '8')).toEqual([{ name: '80s', value: '1980s' }]);
    expect((await offered('decade', '')).length).toBeGreaterThan(3);
    expect(await offered('artist', 'queen')).toContainEqual({ name: 'Queen', value: 'Queen' });
    expect(await offered('length', '45')).toEqual([
      { name: '45 tracks', value: '45 tracks' },
      { name: '45 min', value: '45 min' },
    ]);
    expect((await offered('length', '')).length).toBeGreaterThan(3);
  });

  it('can be sent as it was picked', async () => {
    const pia = app().discord.addMember('Pia');
    for (const [option, text] of [
      ['genre', ''],
      ['decade', ''],
      ['artist', 'a'],
      ['length', '1 h'],
    ] as const) {
      const [choice] = await pia.types('/mood', { [option]: text }, PATIENT);
      const card = await tells(pia, { emoji: '😄', [option]: String(choice?.value) });
      expect(tracksIn(card).length, option).toBeGreaterThan(0);
    }
  });

  it.each(['genre', 'decade', 'artist', 'length'])(
    'is never more than Discord shows, whatever is typed: %s',
    async (option) => {
      for (const text of [
        '',
        ' ',
        'a',
        '%',
        '(',
        '\\',
        '\u0000',
        '🎵',
        '９',
        '0',
        '٣',
        '-1',
        'NaN',
        '1e9',
        'x'.repeat(100),
        '**',
        'é',
      ])
        expect((await offered(option, text)).length).toBeLessThanOrEqual(25);
    },
  );
});

describe('what the bot leaves behind', () => {
  it('sends Discord nothing that it refuses', () => {
    expect(app().discord.refusals).toEqual([]);
  });

  it('logs nothing of what people typed or how they feel', () => {
    const log = app().bot.log.join('\n');
    expect(log).toContain('answered');
    expect(log).not.toMatch(/tense|tired|hopeful|wistful|\bdie\b|😤|[Qq]ueen|rokc|Qeen|xyzzy|evil|olden/);
    expect(app().bot.log.filter((line) => line.includes('"level":50'))).toEqual([]);
  });
});
