import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

import { MOOD_COLOURS } from '../cards/colours.ts';
import { MOOD_NAMES } from '../domain/mood.ts';

/** Markup that hono has escaped. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** What stands at the head of a page: its language and its name, and what a chat shows under a link to it. */
export interface Head {
  /** A BCP 47 tag. */
  readonly language: string;
  readonly title: string;
  readonly description: string;
  /** The one under which this page's style and script may run. */
  readonly nonce: string;
}

/** The policy of our pages forbids style attributes, so a colour comes by its class. */
const MOOD_CLASSES = raw(
  MOOD_NAMES.map((name) => `.mood-${name} { --mood: ${MOOD_COLOURS[name]}; }`).join('\n'),
);

/** The frame of every page of ours: no request but its own, light and dark, readable on a phone. */
export function page({ language, title, description, nonce }: Head, body: Html): Html {
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="data:," />
        <title>${title}</title>
        <meta name="description" content="${description}" />
        <meta property="og:title" content="${title}" />
        <meta property="og:description" content="${description}" />
        <style nonce="${nonce}">
          :root {
            --ink: #1e1f22;
            --quiet: #5c5f66;
            --ground: #fbfaf7;
            --line: #dedbd3;
            --accent: #1d6f5c;
            --on-accent: #ffffff;
          }
          @media (prefers-color-scheme: dark) {
            :root {
              --ink: #f2f3f5;
              --quiet: #b5bac1;
              --ground: #24262b;
              --line: #3f4249;
              --accent: #7fd6c0;
              --on-accent: #10231e;
            }
          }
          * {
            box-sizing: border-box;
          }
          body {
            margin: 0;
            background: var(--ground);
            color: var(--ink);
            font:
              17px/1.5 system-ui,
              sans-serif;
          }
          ${MOOD_CLASSES} main {
            max-width: 40rem;
            margin: 0 auto;
            padding: 2rem 1.25rem 4rem;
          }
          h1 {
            font-size: 1.75rem;
            line-height: 1.2;
            margin: 0 0 0.75rem;
            text-wrap: balance;
          }
          .path {
            display: flex;
            gap: 3px;
            margin-bottom: 1rem;
          }
          .path span {
            flex: 1;
            height: 0.5rem;
            background: var(--mood);
          }
          .path :first-child {
            border-radius: 0.25rem 0 0 0.25rem;
          }
          .path :last-child {
            border-radius: 0 0.25rem 0.25rem 0;
          }
          p {
            margin: 0 0 1rem;
          }
          .quiet {
            color: var(--quiet);
            font-size: 0.9rem;
          }
          ol {
            list-style: none;
            padding: 0;
            margin: 1.5rem 0;
            border-top: 1px solid var(--line);
          }
          li {
            display: flex;
            gap: 1rem;
            padding: 0.9rem 0;
            border-bottom: 1px solid var(--line);
            line-height: 1.4;
          }
          li > div {
            min-width: 0;
            overflow-wrap: anywhere;
          }
          .number {
            flex: none;
            width: 2.4rem;
            height: 2.4rem;
            display: grid;
            place-items: center;
            border: 3px solid var(--mood);
            border-radius: 50%;
            font-size: 0.9rem;
            font-weight: 600;
            font-variant-numeric: tabular-nums;
          }
          .copy {
            display: flex;
            flex-wrap: wrap;
            align-items: center;
            gap: 0.5rem 1rem;
          }
          .copy span {
            flex: 1 1 12rem;
          }
          textarea {
            width: 100%;
            padding: 0.75rem;
            border: 1px solid var(--line);
            border-radius: 0.5rem;
            background: var(--ground);
            color: var(--ink);
            font: inherit;
            font-size: 0.9rem;
          }
          a {
            color: var(--accent);
            font-weight: 600;
            text-underline-offset: 0.15em;
          }
          button {
            font: inherit;
            font-weight: 600;
            border: 0;
            border-radius: 0.5rem;
            padding: 0.6rem 1.1rem;
            background: var(--accent);
            color: var(--on-accent);
            cursor: pointer;
          }
          :focus-visible {
            outline: 3px solid var(--accent);
            outline-offset: 2px;
          }
        </style>
      </head>
      <body>
        <main>${body}</main>
      </body>
    </html>`;
}
