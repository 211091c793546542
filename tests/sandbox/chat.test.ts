import { describe, expect, it } from 'vitest';
import { handClock, renderChat } from '../../sandbox/discord/index.ts';
import type { Discord } from '../../sandbox/discord/index.ts';
import { discordFor, PIXEL } from './bot.ts';
import { call } from './calls.ts';

const payload = {
  content: 'Your list, **Ada** <script>alert(1)</script>',
  embeds: [
    {
      title: 'Sunny',
      url: 'https://example.org/list',
      description: 'From [Golden](https://example.org/golden) on\n-# small print',
      fields: [{ name: 'Why', value: 'It is bright', inline: true }],
      image: { url: 'attachment://chart.png' },
      thumbnail: { url: 'https://elsewhere.example/cover.jpg' },
      color: 0xf2b134,
    },
  ],
  components: [
    { type: 1, components: [{ type: 2, style: 1, label: 'Lift me', custom_id: 'lift' }] },
    {
      type: 1,
      components: [
        {
          type: 3,
          custom_id: 's',
          placeholder: 'Feels different?',
          options: [{ label: 'Calm', value: 'c' }],
        },
      ],
    },
  ],
};

const card = {
  flags: 1 << 15,
  components: [
    {
      type: 17,
      accent_color: 0xf2b134,
      components: [
        {
          type: 9,
          components: [
            { type: 10, content: '## Sunny' },
            { type: 10, content: 'Calm, **a little** bright <b>' },
          ],
          accessory: { type: 11, media: { url: 'attachment://chart.png' }, description: 'Your mood' },
        },
        { type: 14 },
        {
          type: 12,
          items: [
            { media: { url: 'attachment://chart.png' }, description: 'Again' },
            { media: { url: 'https://elsewhere.example/cover.jpg' }, spoiler: true },
          ],
        },
        { type: 13, file: { url: 'attachment://list.txt' } },
        {
          type: 9,
          components: [{ type: 10, content: 'Not what you feel?' }],
          accessory: { type: 2, style: 3, label: 'Lift me', custom_id: 'lift' },
        },
        { type: 1, components: [{ type: 5, custom_id: 'with', placeholder: 'Listen with …' }] },
      ],
    },
  ],
};

async function chatWithCard(): Promise<Discord> {
  const discord = await discordFor({ clock: handClock() });
  const files = [
    { name: 'chart.png', bytes: Uint8Array.from(PIXEL) },
    { name: 'list.txt', bytes: new Uint8Array(2048) },
  ];
  await call(discord, 'POST', `/channels/${discord.channel.id}/messages`, card, { files });
  return discord;
}

async function chat(): Promise<Discord> {
  const discord = await discordFor({ clock: handClock() });
  await discord.addMember('Ada').posts('hello');
  const files = [{ name: 'chart.png', bytes: Uint8Array.from(PIXEL) }];
  await call(discord, 'POST', `/channels/${discord.channel.id}/messages`, payload, { files });
  return discord;
}

describe('the transcript', () => {
  it('tells the chat in plain lines', async () => {
    expect((await chat()).transcript()).toBe(
      [
        '#music',
        'Ada:',
        '  hello',
        'Moodring (APP):',
        '  Your list, **Ada** <script>alert(1)</script>',
        '  │ Sunny <https://example.org/list>',
        '  │ From [Golden](https://example.org/golden) on',
        '  │ -# small print',
        '  │ Why:',
        '  │   It is bright',
        '  │ [picture chart.png]',
        '  │ [picture https://elsewhere.example/cover.jpg]',
        '  [ Lift me ]',
        '  [Feels different? ▾ Calm]',
      ].join('\n'),
    );
  });
});

describe('the transcript of a message of components', () => {
  it('tells what stands where', async () => {
    expect((await chatWithCard()).transcript()).toBe(
      [
        '#music',
        'Moodring (APP):',
        '  │ ## Sunny',
        '  │ Calm, **a little** bright <b>',
        '  │ [picture chart.png: Your mood]',
        '  │ ───',
        '  │ [picture chart.png: Again]',
        '  │ [picture https://elsewhere.example/cover.jpg]',
        '  │ [file list.txt]',
        '  │ Not what you feel?',
        '  │ [ Lift me ]',
        '  │ [Listen with … ▾]',
      ].join('\n'),
    );
  });
});

describe('a drawn message of components', () => {
  it('shows what Discord shows', async () => {
    const page = renderChat((await chatWithCard()).channel);
    expect(page).toContain('class="container tinted" style="--tint:#f2b134"');
    expect(page).toContain('<h2>Sunny</h2>');
    expect(page).toContain('Calm, <strong>a little</strong> bright &lt;b&gt;');
    expect(page).toContain(`<img src="data:image/png;base64,${PIXEL.toString('base64')}" alt="Your mood"`);
    expect(page).toContain('alt="Again"');
    expect(page).toContain('<div class="veiled"><div class="item"><span class="elsewhere">');
    expect(page).toContain('<a>list.txt</a><small>2.00 KB</small>');
    expect(page).toContain('<div class="beside"><span class="button success">Lift me</span></div>');
    expect(page).toContain('<span>Listen with …</span>');
    expect(page).toContain('<hr class="">');
  });
});

describe('the drawn chat', () => {
  it('shows what Discord shows', async () => {
    const page = renderChat((await chat()).channel);
    expect(page).toContain('Your list, <strong>Ada</strong>');
    expect(page).toContain('<a href="https://example.org/list">Sunny</a>');
    expect(page).toContain('<a href="https://example.org/golden">Golden</a>');
    expect(page).toContain('<div class="embed" style="--tint:#f2b134">');
    expect(page).toContain(`data:image/png;base64,${PIXEL.toString('base64')}`);
    expect(page).toContain('class="button primary">Lift me');
    expect(page).toContain('<span>Feels different?</span>');
  });

  it('counts where its writer counts, keeps items together, and shows who reacted how often', async () => {
    const discord = await discordFor({ clock: handClock() });
    const ada = discord.addMember('Ada');
    const post = await ada.posts('3. three\n4. four\nand\n- one\n  - inner');
    await ada.reacts(post, '🎉');
    const page = renderChat(discord.channel, { viewer: ada });
    expect(page).toContain(
      '<ol start="3"><li class="counted">three</li><li class="counted">four</li></ol><p>and</p>' +
        '<ul><li>one</li><li class="deep">inner</li></ul>',
    );
    expect(page).toContain('<span class="reaction own"><span>🎉</span> 1</span>');
  });

  it('says moments in words, and does not stumble over one that no calendar has', async () => {
    const discord = await discordFor({ clock: handClock() });
    await discord.addMember('Ada').posts('<t:0:R> <t:99999999999999>');
    const page = renderChat(discord.channel);
    expect(page).toContain(
      '<time datetime="1970-01-01T00:00:00.000Z" data-style="R">1970-01-01 00:00</time>',
    );
    expect(page).toContain('Invalid Date');
  });

  it('runs and loads nothing', async () => {
    const page = renderChat((await chat()).channel);
    expect(page).not.toContain('<script');
    expect(page).toContain('&lt;script&gt;');
    const sources = [...page.matchAll(/(?:src|href)="([^":]*):/g)].map((match) => match[0]);
    expect(new Set(sources)).toEqual(new Set(['src="data:', 'href="https:']));
    expect(page).not.toMatch(/url\(|@import|<link|<iframe/);
  });

  it('shows a viewer only what they may see', async () => {
    const discord = await chat();
    const [ada, ben] = [discord.addMember('Ada'), discord.addMember('Ben')];
    await call(discord, 'PUT', `/applications/${discord.applicationId}/commands`, [
      { name: 'mood', description: 'x' },
    ]);
    const { interaction } = await ada.uses('/mood');
    const path = `/interactions/${interaction.id}/${interaction.token}/callback`;
    await call(discord, 'POST', path, { type: 4, data: { content: 'between us', flags: 64 } });
    const pages = [ada, ben].map((viewer) => renderChat(discord.channel, { viewer }));
    expect(pages.map((page) => page.includes('between us'))).toEqual([true, false]);
    expect(pages[0]).toContain('Only you can see this');
  });
});
