import type { RuleName } from '../../../sandbox/discord/index.ts';
import type { Break } from './break.ts';
import { cdn } from './cdn.ts';
import { commands } from './commands.ts';
import { components } from './components.ts';
import { forms } from './forms.ts';
import { gateway } from './gateway.ts';
import { interactions } from './interactions.ts';
import { layout } from './layout.ts';
import { messages } from './messages.ts';
import { permissions } from './permissions.ts';
import { places } from './places.ts';
import { rateLimits } from './rate-limits.ts';
import { requests } from './requests.ts';

/** For each rule, something that breaks it and no other. */
export const breaks: Readonly<Record<RuleName, Break>> = {
  ...requests,
  ...places,
  ...interactions,
  ...permissions,
  ...messages,
  ...components,
  ...layout,
  ...forms,
  ...commands,
  ...rateLimits,
  ...gateway,
  ...cdn,
};
