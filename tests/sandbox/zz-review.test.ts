import { expect, it, onTestFinished } from 'vitest';
import * as D from 'discord.js';
import { discordFor, botOn, clientOptions, PIXEL } from './bot.ts';
import { PERMISSION } from '../../sandbox/discord/index.ts';
const ALL = 1 | 2 | 256 | 512 | 1024 | 4096 | 8192 | 32768;
const I = D.GatewayIntentBits;
const set = async (o: any = {}) => { const discord = await discordFor(); const errors: any[] = []; const bot = await botOn(discord, { intents: o.intents ?? ALL, commands: o.commands ?? [], on: o.on ? (it: any) => o.on(it).catch((e: any) => { errors.push(e); console.log('BOT ERR', e); }) : undefined } as any); const ada = discord.addMember('Ada'); return { discord, bot, ada, errors }; };

it('every option type', async () => {
  const cmd = new D.SlashCommandBuilder().setName('all').setDescription('d')
   .addStringOption(o=>o.setName('s').setDescription('x').setRequired(true)).addIntegerOption(o=>o.setName('i').setDescription('x')).addNumberOption(o=>o.setName('n').setDescription('x')).addBooleanOption(o=>o.setName('b').setDescription('x')).addUserOption(o=>o.setName('u').setDescription('x')).addChannelOption(o=>o.setName('c').setDescription('x').addChannelTypes(0)).addRoleOption(o=>o.setName('r').setDescription('x')).addMentionableOption(o=>o.setName('m').setDescription('x')).addAttachmentOption(o=>o.setName('a').setDescription('x')).setDefaultMemberPermissions(D.PermissionFlagsBits.KickMembers).setContexts(0);
  let got: any;
  const { discord } = await set({ commands: [cmd.toJSON()], on: async (it: any) => { const o = it.options; got = [o.getString('s',true), o.getInteger('i'), o.getNumber('n'), o.getBoolean('b'), o.getUser('u')?.id, o.getMember('u')?.displayName, o.getChannel('c')?.name, o.getRole('r')?.name, o.getMentionable('m')?.id, o.getAttachment('a')?.name, it.memberPermissions.has('KickMembers'), it.inCachedGuild(), it.channel?.name]; await it.reply({ content: 'ok', flags: 64 }); } });
  const mo = discord.addMember('Mo', { permissions: D.PermissionFlagsBits.KickMembers });
  const role = discord.guild.addRole('DJ');
  const r = await (await mo.uses('/all', { s: 'x', i: 3, n: 1.5, b: false, u: mo, c: discord.channel, r: role, m: role, a: { name: 'a.png', bytes: PIXEL } })).reply();
  console.log(got, r.content, r.isEphemeral);
});
it('defer ephemeral, edit with file, followUp, fetchReply, delete', async () => {
  const { ada, errors } = await set({ commands: [{ name: 'x', description: 'x' }], on: async (it: any) => {
    await it.deferReply({ flags: 64 }); await it.editReply({ content: 'a', files: [new D.AttachmentBuilder(PIXEL, { name: 'p.png', description: 'alt' })], embeds: [new D.EmbedBuilder().setImage('attachment://p.png').setColor('Red').setTimestamp()] });
    const m = await it.fetchReply(); console.log('fetched', m.content, m.embeds[0]?.image?.url, m.attachments.size, m.flags.toArray());
    const f = await it.followUp({ content: 'f', flags: 64 }); await it.editReply({ content: 'f2', message: f.id }); await it.deleteReply(f.id);
    const w = await it.followUp({ content: 'public', withResponse: true }); console.log(w.content, w.channel?.name, w.guild?.name);
  } });
  const use = await ada.uses('/x'); await use.reply(); await new Promise(r => setTimeout(r, 300)); console.log(use.messages.map(m => m.text)); expect(errors).toEqual([]);
});
it('reply withResponse + component collector pagination', async () => {
  const { ada, errors, discord } = await set({ commands: [{ name: 'x', description: 'x' }], on: async (it: any) => {
    if (!it.isChatInputCommand()) return; let page = 0;
    const row = () => new D.ActionRowBuilder<any>().addComponents(new D.ButtonBuilder().setCustomId('prev').setLabel('Prev').setStyle(1).setDisabled(page === 0), new D.ButtonBuilder().setCustomId('next').setEmoji('▶️').setStyle(2));
    const res = await it.reply({ embeds: [{ title: 'Page 0', fields: [{ name: 'a', value: 'b' }] }], components: [row()], withResponse: true });
    const c = res.resource.message.createMessageComponentCollector({ componentType: 2, time: 60000 });
    c.on('collect', async (b: any) => { page++; await b.update({ embeds: [{ title: 'Page ' + page }], components: [row()] }); if (page === 2) c.stop(); });
    c.on('end', async () => { await it.editReply({ components: [] }); });
  } });
  const use = await ada.uses('/x'); const m = await use.reply(); await ada.clicks(m, 'next'); await m.waitFor(x => x.text.includes('Page 1')); await ada.clicks(m, 'Prev'); await m.waitFor(x => x.json.components.length === 0); console.log(discord.transcript()); expect(errors).toEqual([]);
});
it('message collectors, awaitMessages, awaitReactions, typing, reply, edit, pin', async () => {
  const { ada, bot, discord } = await set({});
  const ch = bot.channels.cache.get(discord.channel.id) as any; const out: any[] = [];
  const p = ch.awaitMessages({ max: 1, time: 5000, errors: ['time'] }); await ada.posts('hi there'); const c = await p; const m = c.first(); out.push(m.content, m.member?.displayName, m.author.tag);
  await ch.sendTyping(); const rep = await m.reply('yo'); out.push(rep.reference?.messageId === m.id, (await rep.fetchReference()).content);
  await rep.edit('yo2'); await rep.react('👍'); const ar = rep.awaitReactions({ filter: (r: any, u: any) => !u.bot, max: 1, time: 5000 }); await ada.reacts(discord.channel.messages.at(-1)!, '👍'); const rs = await ar; out.push(rs.first()?.emoji.name, rs.first()?.count);
  out.push((await rep.reactions.cache.get('👍')!.users.fetch()).size);
  for (const [n, f] of Object.entries({ removeAll: () => rep.reactions.removeAll(), removeOne: async () => { await rep.react('👍'); await rep.reactions.cache.get('👍')?.remove(); }, pin: () => rep.pin(), bulk: () => ch.bulkDelete(2), fetch: () => ch.messages.fetch({ limit: 10 }), suppress: () => rep.suppressEmbeds(true), forward: () => rep.forward(ch), setName: () => ch.setName('new'), crosspost: ()=> rep.crosspost(), thread: async () => { const m2 = await ch.send('base'); const t = await m2.startThread({ name: 't', autoArchiveDuration: 60 }); out.push('thread id same', t.id === m2.id, t.autoArchiveDuration, m2.hasThread, (await m2.fetch(true)).hasThread); await t.send('in'); out.push((await t.fetchStarterMessage())?.content); await t.setName('u'); out.push(t.name); await t.members.add(ada.id); await t.setArchived(true); },
   delThread: async () => { const t = await ch.threads.create({ name: 'x' }); out.push(t.type); await t.delete(); }, fetchThreads: () => ch.threads.fetchActive(), members: async () => out.push((await ch.guild.members.fetch()).size), member: async () => out.push((await ch.guild.members.fetch(ada.id)).displayName), q: async () => out.push((await ch.guild.members.fetch({ query: 'ad', limit: 5 })).size), owner: async () => (await ch.guild.fetchOwner()), role: async () => { const mm = await ch.guild.members.fetch(ada.id); await mm.roles.add(discord.guild.addRole('DJ').id); }, nick: async () => (await ch.guild.members.me.setNickname('x')), dm: async () => { const u = await bot.users.fetch(ada.id); const d = await u.send('dm'); out.push(d.channel.isDMBased()); }, webhooks: async () => ch.createWebhook({ name: 'w' }), invites: () => ch.createInvite(), guildFetch: () => bot.guilds.fetch(), perms: async () => out.push(ch.permissionsFor(bot.user)?.has('SendMessages')), presence: async () => bot.user.setActivity('x'), roleMention: async()=> out.push((await ch.send({content: `<@${ada.id}>`, allowedMentions: {users: [ada.id], repliedUser:false}})).mentions.users.size), poll: () => ch.send({ poll: { question: { text: 'q' }, answers: [{ text: 'a' }], duration: 1, allowMultiselect: false } }), del: ()=> rep.delete(), chFetch: ()=> bot.channels.fetch(discord.channel.id), guildCh: ()=>ch.guild.channels.fetch(), roles: ()=>ch.guild.roles.fetch(), createCh: ()=>ch.guild.channels.create({name:'z'}), emojis: ()=>bot.application.emojis.fetch(), app: ()=>bot.application.fetch(), cmds: ()=>bot.application.commands.fetch(), ban: ()=>ch.guild.members.ban(ada.id), timeout: async()=> (await ch.guild.members.fetch(ada.id)).timeout(1000), gprev: ()=>ch.guild.fetch(), voice: async()=>out.push(ch.guild.voiceStates.cache.size) })) {
    try { await f(); } catch (e: any) { out.push(`FAIL ${n}: ${e.code} ${e.message.slice(0, 120)}`); } }
  console.log(out.join('\n')); console.log(discord.violations);
}, 60000);
it('members without presences', async () => {
  const discord = await discordFor(); const ada = discord.addMember('Ada'); const bot = await botOn(discord, { intents: 1 });
  console.log('cached members', bot.guilds.cache.first()?.members.cache.size, ada.id);
});
it('modals, selects, context menus, autocomplete', async () => {
  const { ada, discord, errors } = await set({ commands: [{ name: 'x', description: 'x', options: [{ type: 3, name: 'q', description: 'x', autocomplete: true }, {type: 4, name:'k', description:'x'}] }, { name: 'Menu', type: 3 }, { name: 'Who', type: 2 }], on: async (it: any) => {
    if (it.isAutocomplete()) return it.respond([{ name: it.options.getFocused().toUpperCase(), value: 'v' }]);
    if (it.isMessageContextMenuCommand()) return it.reply(it.targetMessage.content + it.targetMessage.url);
    if (it.isUserContextMenuCommand()) return it.reply(it.targetUser.username + it.targetMember?.displayName);
    if (it.isModalSubmit()) return it.reply({content: it.fields.getTextInputValue('t'), allowedMentions: { parse: [] } });
    if (it.isAnySelectMenu()) { if (it.isUserSelectMenu()) return it.update({ content: it.users.first().username, components: [] }); return it.update({ content: it.values.join(), components: [] }); }
    if (it.isChatInputCommand()) { if (it.options.getString('q') === 'modal') { await it.showModal(new D.ModalBuilder().setCustomId('m').setTitle('T').addComponents(new D.ActionRowBuilder<any>().addComponents(new D.TextInputBuilder().setCustomId('t').setLabel('Why').setStyle(2)))); const s = await it.awaitModalSubmit({ time: 5000 }); console.log('awaited', s.customId); return; }
      return it.reply({ content: 'pick', components: [new D.ActionRowBuilder<any>().addComponents(new D.StringSelectMenuBuilder().setCustomId('s').setPlaceholder('P').setMinValues(0).setMaxValues(2).addOptions({ label: 'A', value: 'a' }, { label: 'B', value: 'b', emoji: '🎵' })), new D.ActionRowBuilder<any>().addComponents(new D.UserSelectMenuBuilder().setCustomId('u').setDefaultUsers(ada.id))] }); }
  } });
  console.log(await ada.types('/x', { k: 2, q: 'gol' }));
  const m = await (await ada.uses('/x', {})).reply(); const s = await ada.selects(m, 'P', ['A', 'B']); console.log((await s.reply()).content);
  const m2 = await (await ada.uses('/x', {})).reply(); console.log((await (await ada.selects(m2, 'u', [ada])).reply()).content);
  const modal = await (await ada.uses('/x', { q: 'modal' })).modal(); console.log((await (await ada.submits(modal, { Why: 'because' })).reply()).content);
  const p = await ada.posts('hey'); console.log((await (await ada.usesOnMessage('Menu', p)).reply()).content, (await (await ada.usesOnPerson('Who', ada)).reply()).content);
  console.log((await (await ada.usesOnMessage('Menu', p)).reply()).json.message_reference);
  expect(errors).toEqual([]);
});
it('v2 + DM + emoji lengths', async () => {
  const { ada, discord, bot } = await set({ commands: [{ name: 'x', description: 'x' }], on: async (it: any) => it.reply({ flags: 32768, components: [new D.ContainerBuilder().addTextDisplayComponents(new D.TextDisplayBuilder().setContent('# hi')).addSectionComponents(new D.SectionBuilder().addTextDisplayComponents(new D.TextDisplayBuilder().setContent('t')).setButtonAccessory(new D.ButtonBuilder().setCustomId('b').setLabel('B').setStyle(1))).addMediaGalleryComponents(new D.MediaGalleryBuilder().addItems(new D.MediaGalleryItemBuilder().setURL('attachment://p.png'))), ], files: [new D.AttachmentBuilder(PIXEL, { name: 'p.png' })] }) });
  console.log((await (await ada.uses('/x', {}, { in: ada.dm })).reply()).text);
  const ch = bot.channels.cache.get(discord.channel.id) as any;
  try { await ch.send('😀'.repeat(2000)); console.log('emoji ok'); } catch (e: any) { console.log('EMOJI', e.message); }
  try { await ch.send({ embeds: [{ description: 'd', image: { url: 'attachment://none.png' } }] }); console.log('embed ok'); } catch (e: any) { console.log('EMBED', e.message); }
});
it('raw odd requests', async () => {
  const discord = await discordFor(); const t = { authorization: `Bot ${discord.token}` }; const u = `${discord.restUrl}/v10/channels/${discord.channel.id}/messages`;
  const r1 = await fetch(u, { method: 'POST', headers: { ...t, 'content-type': 'multipart/form-data' }, body: 'x' }); console.log('multipart no boundary', r1.status, await r1.text());
  const r2 = await fetch(u, { method: 'POST', headers: { ...t, 'content-type': 'multipart/form-data; boundary=abc' }, body: 'garbage' }); console.log('multipart garbage', r2.status, await r2.text());
  const r3 = await fetch(u + '/abc', { headers: t }); console.log(r3.status, await r3.text());
  const r4 = await fetch(u + '?before=abc', { headers: t }); console.log(r4.status, await r4.text());
  const r5 = await fetch(u, { method: 'POST', headers: { ...t, 'content-type': 'application/json' }, body: JSON.stringify({ content: 'x', allowed_mentions: { users: [1] }, message_reference: { message_id: 1, fail_if_not_exists: false } }) }); console.log('int ids', r5.status, await r5.text());
  const r6 = await fetch(`${discord.restUrl}/v10/users/@me`); console.log(r6.status, await r6.text());
  const r7 = await fetch(u + '/%', { headers: t }); console.log(r7.status, await r7.text());
  const r8 = await fetch(u, { method: 'POST', headers: { ...t }, body: JSON.stringify({ content: 5 }) }); console.log(r8.status, await r8.text());
  const r9 = await fetch(`${discord.restUrl}/v9/users/@me`, { headers: t }); console.log('v9', r9.status);
  const { WebSocket } = await import('ws'); const ws = new WebSocket(discord.origin.replace('http', 'ws') + '//?v=10'); ws.on('error', e => console.log('ws err', e.message)); await new Promise(r => { ws.on('close', r); ws.on('message', (m) => { console.log('ws', String(m)); ws.close(); }); });
});
