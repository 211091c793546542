import { describe, expect, it } from 'vitest';

import { EVERYONE, type Member, PERMISSION } from '../../sandbox/discord/index.ts';
import { FOUR_PEOPLE, oneSmile } from '../photos.ts';
import { agrees, moodring, PATIENT, saidIn, tracksIn } from './moodring.ts';

const app = moodring();
const lists = moodring({ pages: false });

/** Somebody who has brought the bot along. */
function traveller(name: string) {
  const member = app().discord.addMember(name);
  member.installs();
  return member;
}

/** A channel of a server that the bot is not in. */
function farAway(name: string, ...members: readonly Member[]) {
  const guild = app().discord.addGuild(name, { withBot: false });
  for (const member of members) guild.admit(member);
  return { guild, channel: guild.addTextChannel('chat') };
}

describe('a person who has brought the bot along', () => {
  it('uses it in a server that it is not in, from the notice to the buttons', async () => {
    const ada = traveller('Ada');
    const place = { in: farAway('Elsewhere', ada).channel };
    const image = { name: 'me.jpg', bytes: await oneSmile() };
    const notice = await (await ada.uses('/mood', { image }, place)).reply(PATIENT);
    expect(saidIn(notice)).toContain('emotion recognition');
    const card = await agrees(ada, notice);
    expect(saidIn(card)).toContain('You look happy');
    expect((await fetch(card.json.embeds[0]?.image?.url ?? '')).status).toBe(200);
    const lifted = await (await ada.clicks(card, 'Lift me')).reply(PATIENT);
    expect(saidIn(lifted)).toContain('Music to lift you');
    const turned = await (await ada.clicks(lifted, 'Next')).reply(PATIENT);
    expect(tracksIn(turned)).toHaveLength(6);
    const sad = await (await ada.selects(turned, 'Not my mood? Pick yours', ['sad'])).reply(PATIENT);
    expect(sad.json.embeds[0]?.title).toBe('You said: sad');
    const opened = await (await ada.selects(sad, 'Open one track', ['0'])).reply(PATIENT);
    expect(opened.isEphemeral).toBe(true);
  });

  it('uses it in a group, for several people too, and all in the group see the answer', async () => {
    const [bea, ben] = [traveller('Bea'), app().discord.addMember('Ben')];
    const group = app().discord.addGroup('us', bea, ben);
    const image = { name: 'us.jpg', bytes: FOUR_PEOPLE };
    const card = await agrees(bea, await (await bea.uses('/mood', { image }, { in: group })).reply(PATIENT));
    expect(card.visibleTo(ben)).toBe(true);
    const all = await (await bea.selects(card, 'Whose mood?', ['Everyone together'])).reply(PATIENT);
    expect(saidIn(all)).toContain('Music for a party');
    const refused = await (await ben.clicks(all, 'Lift me')).nextMessage(PATIENT);
    expect(saidIn(refused)).toContain('belong to the person');
  });

  it('has every command in every place, and in direct messages with the bot', async () => {
    const cleo = traveller('Cleo');
    const { channel } = farAway('Far', cleo);
    for (const place of [channel, app().discord.addGroup('two', cleo), cleo.dm]) {
      for (const line of ['/privacy', '/help'])
        expect((await (await cleo.uses(line, {}, { in: place })).reply(PATIENT)).isEphemeral).toBe(true);
      const felt = await (await cleo.uses('/mood', { feeling: 'happy' }, { in: place })).reply(PATIENT);
      expect(tracksIn(felt)).toHaveLength(6);
      const unlinked = await (await cleo.uses('/spotify unlink', {}, { in: place })).reply(PATIENT);
      expect(saidIn(unlinked)).toContain('Spotify');
    }
  });

  it('reads a photo of their own by its menu there, and nobody else’s', async () => {
    const [dora, dan] = [traveller('Dora'), app().discord.addMember('Dan')];
    const { channel } = farAway('Away', dora, dan);
    const files = [
      { name: 'notes.txt', bytes: Buffer.from('hello') },
      { name: 'dora.jpg', bytes: await oneSmile() },
    ];
    const own = await dora.posts({ files }, { in: channel });
    const notice = await (await dora.usesOnMessage('Read the mood', own)).reply(PATIENT);
    expect(saidIn(await agrees(dora, notice))).toContain('You look happy');
    const others = await dan.posts(
      { files: [{ name: 'dan.jpg', bytes: await oneSmile() }] },
      { in: channel },
    );
    const refused = await (await dora.usesOnMessage('Read the mood', others)).reply(PATIENT);
    expect(saidIn(refused)).toContain('photos that people post of themselves');
    expect(app().discord.downloads).not.toContain('dan.jpg');
  });

  it('is answered alone where external apps may not speak to all', async () => {
    const eva = traveller('Eva');
    const { guild, channel } = farAway('Strict', eva);
    channel.permit(guild.everyone, { deny: PERMISSION.useExternalApps });
    const felt = await (await eva.uses('/mood', { emoji: '😄' }, { in: channel })).reply(PATIENT);
    expect(felt.isEphemeral).toBe(true);
    expect(tracksIn(felt)).toHaveLength(6);
  });

  it('has what went wrong told once, within what Discord lets such an app say', async () => {
    const fay = traveller('Fay');
    const { channel } = farAway('Beyond', fay);
    const image = { name: 'notes.jpg', bytes: Buffer.from('no photo') };
    const asked = await fay.uses('/mood', { image }, { in: channel });
    const sorry = await agrees(fay, await asked.reply(PATIENT));
    expect(saidIn(sorry)).toContain('not a photo I can read');
  });
});

describe('where the bot may not do everything', () => {
  it('gives the list as text without embeds, and its buttons work', async () => {
    const gil = lists().discord.addMember('Gil');
    const plain = lists().discord.guild.addTextChannel('plain', {
      botPermissions: EVERYONE & ~PERMISSION.embedLinks,
    });
    const card = await (await gil.uses('/mood', { feeling: 'happy' }, { in: plain })).reply(PATIENT);
    expect(card.json.embeds).toEqual([]);
    expect(card.content).toContain('*Embed Links*');
    expect(card.content.match(/open\.spotify\.com/g)).toHaveLength(6);
    expect(card.json.attachments.map(({ filename }) => filename)).toEqual(['playlist.txt']);
    const sad = await (await gil.selects(card, 'Not my mood? Pick yours', ['sad'])).reply(PATIENT);
    expect(sad.content).toContain('You said: sad');
    const next = await (await gil.clicks(sad, 'Next')).reply(PATIENT);
    expect(next.content).toContain('Tracks 7–12 of 12');
  });

  it('says as text, too, that a photo is being read', async () => {
    const ida = lists().discord.addMember('Ida');
    const plain = lists().discord.guild.addTextChannel('plain-too', {
      botPermissions: EVERYONE & ~PERMISSION.embedLinks,
    });
    const image = { name: 'me.jpg', bytes: await oneSmile() };
    const notice = await (await ida.uses('/mood', { image }, { in: plain })).reply(PATIENT);
    const agreed = notice.waitFor(({ content }) => content.includes('Reading your photo now'), PATIENT);
    expect((await agrees(ida, notice)).content).toContain('You look happy');
    await agreed;
  });

  it('gives the list without picture and file where it may attach nothing', async () => {
    const hal = lists().discord.addMember('Hal');
    const bare = lists().discord.guild.addTextChannel('bare', {
      botPermissions: EVERYONE & ~PERMISSION.attachFiles,
    });
    const card = await (await hal.uses('/mood', { feeling: 'happy' }, { in: bare })).reply(PATIENT);
    expect(card.content).toContain('*Attach Files*');
    expect(card.json.attachments).toEqual([]);
    expect(tracksIn(card)).toHaveLength(6);
    expect(card.json.embeds[0]?.image ?? null).toBeNull();
    const next = await (await hal.clicks(card, 'Next')).reply(PATIENT);
    expect(saidIn(next)).toContain('Tracks 7–12 of 12');
  });
});

it('sends Discord nothing that it refuses', () => {
  expect([...app().discord.refusals, ...lists().discord.refusals]).toEqual([]);
});
