import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** Markup that hono has escaped. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** The frame of every page of ours: no request but its own, light and dark, readable on a phone. */
export function page(title: string, nonce: string, body: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="data:," />
        <title>${title}</title>
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
          main {
            max-width: 40rem;
            margin: 0 auto;
            padding: 2rem 1.25rem 4rem;
          }
          h1 {
            font-size: 1.6rem;
            line-height: 1.2;
            margin: 0 0 0.25rem;
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
            padding: 0.75rem 0;
            border-bottom: 1px solid var(--line);
          }
          .number {
            color: var(--quiet);
            min-width: 1.5rem;
            text-align: right;
            font-variant-numeric: tabular-nums;
          }
          a {
            color: var(--accent);
            font-weight: 600;
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
