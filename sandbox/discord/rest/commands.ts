import { Hono } from 'hono';
import type { Context } from 'hono';
import { z } from 'zod';
import { checkCommand } from '../rules/commands.ts';
import { Refusal } from '../rules/refusal.ts';
import { commandShape } from '../wire/command.ts';
import { CommandScope } from '../world/command-scope.ts';
import type { World } from '../world/world.ts';
import { readBody, shaped } from './body.ts';

/** Registration of commands, for everyone and for one guild. */
export function commandRoutes(world: World): Hono {
  const app = new Hono();
  const scopeOf = (c: Context): CommandScope => {
    const guild = c.req.param('guild') ?? null;
    if (c.req.param('app') !== world.bot.id) throw new Refusal('application-known');
    if (guild !== null && !world.guilds.has(guild)) throw new Refusal('guild-commands');
    return new CommandScope(world, guild);
  };

  for (const path of ['/applications/:app/commands', '/applications/:app/guilds/:guild/commands']) {
    app.get(path, (c) => c.json(scopeOf(c).commands));
    app.put(path, async (c) => {
      const forms = shaped(z.array(commandShape), (await readBody(c)).json);
      return c.json(scopeOf(c).replaceAll(forms));
    });
    app.post(path, async (c) => {
      const form = shaped(commandShape, (await readBody(c)).json);
      checkCommand(form);
      const scope = scopeOf(c);
      const known = scope.commands.some((it) => it.name === form.name && it.type === form.type);
      const others = scope.commands.filter((it) => it.name !== form.name || it.type !== form.type);
      return c.json(scope.replaceAll([...others, form]).at(-1), known ? 200 : 201);
    });

    const one = `${path}/:id`;
    const idOf = (c: Context): string => c.req.param('id') ?? '';
    app.get(one, (c) => c.json(scopeOf(c).one(idOf(c))));
    app.patch(one, async (c) => {
      const change = shaped(z.looseObject({}), (await readBody(c)).json);
      const scope = scopeOf(c);
      const old = scope.one(idOf(c));
      const form = { ...shaped(commandShape, { ...old, ...change }), id: old.id };
      checkCommand(form);
      scope.replaceAll(scope.commands.map((it) => (it === old ? form : it)));
      return c.json(scope.one(old.id));
    });
    app.delete(one, (c) => {
      const scope = scopeOf(c);
      const old = scope.one(idOf(c));
      scope.replaceAll(scope.commands.filter((it) => it !== old));
      return c.body(null, 204);
    });
  }
  return app;
}
