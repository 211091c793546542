import sharp from 'sharp';
import { describe, expect, it } from 'vitest';

import { emptyRoom, FOUR_PEOPLE, oneSmile, samplePhoto } from '../photos.ts';
import { agreedMember, agrees, moodring, PATIENT, saidIn, sends, tracksIn } from './moodring.ts';

const app = moodring();

describe('the first photo of a person', () => {
  it('is answered with a notice that only they see, and nothing is fetched before they agree', async () => {
    const ada = app().discord.addMember('Ada');
    const notice = await sends(ada, await oneSmile(), {}, 'ada.jpg');
    expect(notice.isEphemeral).toBe(true);
    expect(saidIn(notice)).toContain('emotion recognition');
    expect(app().discord.downloads).not.toContain('ada.jpg');
    await agrees(ada, notice);
    expect(app().discord.downloads).toContain('ada.jpg');
  });

  it('is read once they agree, and answered for everyone with a picture, tracks and an open page', async () => {
    const { card } = await agreedMember(app().discord, 'Bea', await oneSmile());
    expect(card.isEphemeral).toBe(false);
    expect(saidIn(card)).toContain('You look happy');
    expect(card.json.embeds[0]?.image?.url).toMatch(/mood\.png/);
    const tracks = tracksIn(card);
    expect(new Set(tracks).size).toBe(tracks.length);
    expect(tracks.length).toBeGreaterThanOrEqual(5);
    const page = card.json.embeds.at(-1)?.url ?? '';
    expect((await fetch(page)).status).toBe(200);
  });

  it('is dropped when they say no, and the next one asks again', async () => {
    const cleo = app().discord.addMember('Cleo');
    const notice = await sends(cleo, await oneSmile());
    const declined = await (await cleo.clicks(notice, 'No')).reply(PATIENT);
    expect(saidIn(declined)).toContain('no photo of yours is read');
    expect(declined.json.components).toEqual([]);
    expect(saidIn(await sends(cleo, await oneSmile()))).toContain('emotion recognition');
  });

  it('turns the notice into a thank-you without buttons, and two clicks are answered with one card', async () => {
    const dora = app().discord.addMember('Dora');
    const notice = await sends(dora, await oneSmile());
    const clicks = [await dora.clicks(notice, 'Agree'), await dora.clicks(notice, 'Agree')];
    const said = await Promise.all(clicks.map(async (click) => saidIn(await click.nextMessage(PATIENT))));
    expect(said.filter((text) => text.includes('You look happy'))).toHaveLength(1);
    expect(said.filter((text) => text.includes('answered already'))).toHaveLength(1);
    await notice.waitFor(({ json }) => json.components.length === 0, PATIENT);
  });
});

describe('an old notice', () => {
  it('asks before it erases, when it is declined after another was agreed to', async () => {
    const mia = app().discord.addMember('Mia');
    const old = await sends(mia, await oneSmile());
    await agrees(mia, await sends(mia, await oneSmile()));
    const asked = await (await mia.clicks(old, 'No')).reply(PATIENT);
    expect(saidIn(asked)).toContain('This takes your agreement back');
    await (await mia.clicks(asked, 'Keep it')).reply(PATIENT);
    expect(saidIn(await (await mia.uses('/privacy')).reply(PATIENT))).toContain('1 playlist');
  });
});

describe('/mood of a person who has agreed', () => {
  it('answers at once, without asking again', async () => {
    const { member } = await agreedMember(app().discord, 'Eva', await oneSmile());
    const again = await sends(member, await oneSmile());
    expect(again.isEphemeral).toBe(false);
    expect(saidIn(again)).toContain('You look happy');
  });

  it('answers only to them when they ask for that, the first time too', async () => {
    const { member, card } = await agreedMember(app().discord, 'Fay', await oneSmile(), { private: true });
    expect(card.isEphemeral).toBe(true);
    expect((await sends(member, await oneSmile(), { private: true })).isEphemeral).toBe(true);
  });

  it('follows the intent', async () => {
    const { card } = await agreedMember(app().discord, 'Gil', await oneSmile(), { intent: 'calm' });
    expect(saidIn(card)).toContain('Music to calm down');
  });

  it('lets the largest face speak, and everyone when asked', async () => {
    const { member, card } = await agreedMember(app().discord, 'Hal', FOUR_PEOPLE);
    expect(saidIn(card)).toContain('I read the largest face');
    const group = await sends(member, FOUR_PEOPLE, { who: 'group' });
    expect(saidIn(group)).toMatch(/[3-9] faces, and together the mood is/);
  });

  it('keeps at most two tracks by one artist', async () => {
    const { card } = await agreedMember(app().discord, 'Ida', await oneSmile());
    const artists = card.json.embeds
      .slice(1, -1)
      .map(({ description }) => /\*\*(.*?)\*\*/.exec(description ?? '')?.[1] ?? '');
    for (const artist of artists)
      expect(artists.filter((other) => other === artist).length).toBeLessThanOrEqual(2);
  });
});

describe('a photo that cannot be read', () => {
  const tiny = async () => {
    const small = await sharp(samplePhoto(3)).resize(70).toBuffer();
    const room = { width: 1600, height: 1200, channels: 3 as const, background: '#777777' };
    return sharp({ create: room })
      .composite([{ input: small, left: 700, top: 500 }])
      .jpeg()
      .toBuffer();
  };

  it.each([
    ['nobody in it', emptyRoom, 'I cannot find a face'],
    ['faces far too small', tiny, /cannot find a face|too small to read/],
    ['a text file named .jpg', () => Buffer.from('not a photo at all'), 'not a photo I can read'],
    ['an empty file', () => Buffer.alloc(0), 'not a photo I can read'],
    ['a truncated JPEG', () => samplePhoto(3).subarray(0, 60_000), 'damaged'],
    [
      'an SVG named .jpg',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'not a photo I can read',
    ],
    ['an iPhone photo', () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), 'JPEG'],
  ])('gets a clear sentence: %s', async (_, photo, sentence) => {
    const { member } = await agreedMember(app().discord, 'Joe', await oneSmile());
    const use = await member.uses('/mood', { image: { name: 'me.jpg', bytes: await photo() } });
    const sorry = await use.nextMessage(PATIENT);
    expect(saidIn(sorry)).toMatch(sentence);
    expect(sorry.isEphemeral).toBe(true);
    expect(app().discord.channel.messages.filter(({ isThinking }) => isThinking)).toEqual([]);
    expect(saidIn(await sends(member, await oneSmile()))).toContain('You look happy');
  });

  it('is told to a person who has only just agreed, too', async () => {
    const kim = app().discord.addMember('Kim');
    const notice = await sends(kim, await emptyRoom());
    const sorry = await agrees(kim, notice);
    expect(sorry.isEphemeral).toBe(true);
    expect(saidIn(sorry)).toContain('I cannot find a face');
  });
});

describe('many photos at once', () => {
  it('of one person are read three at a time, and the rest are told so; the next one is read again', async () => {
    const { member } = await agreedMember(app().discord, 'Lea', await oneSmile());
    const bytes = await oneSmile();
    const uses = await Promise.all(
      Array.from({ length: 8 }, () => member.uses('/mood', { image: { name: 'me.jpg', bytes } })),
    );
    const said = await Promise.all(
      uses.map(async (use) => saidIn(await Promise.any([use.reply(PATIENT), use.nextMessage(PATIENT)]))),
    );
    expect(said.filter((text) => text.includes('You look happy'))).toHaveLength(3);
    expect(said.filter((text) => text.includes('still reading 3 photos of yours'))).toHaveLength(5);
    expect(saidIn(await sends(member, bytes))).toContain('You look happy');
  });
});

describe('what the bot leaves behind', () => {
  it('sends Discord nothing that it refuses', () => {
    expect(app().discord.refusals).toEqual([]);
  });

  it('logs no mood, no photo address and no token', () => {
    const log = app().bot.log.join('\n');
    expect(log).toContain('answered');
    expect(log).not.toMatch(/happy|attachments|me\.jpg/);
    expect(log).not.toContain(app().discord.token);
  });
});
