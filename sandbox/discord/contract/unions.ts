import { z } from 'zod';

/** The component schemas of the document, by name. */
type Schemas = Readonly<Record<string, unknown>>;

const constantsShape = z.array(z.object({ const: z.unknown() })).min(1);
const referencesShape = z.array(z.object({ $ref: z.string() })).min(2);

const memberShape = z.object({
  properties: z.object({ type: z.object({ enum: z.array(z.int()).min(1) }) }),
  required: z.array(z.string()).refine((names) => names.includes('type')),
});

interface Member {
  readonly $ref: string;
  readonly types: readonly number[];
}

/**
 * Says the unions below `node` in a way that tells what is wrong with a value: constants as one `enum`, and objects that
 * differ by their `type` chosen by it. As Discord's document has them, a wrong button comes with an error for every
 * other component that it could have been. What is valid stays so.
 */
export function explainUnions(node: unknown, schemas: Schemas): void {
  if (typeof node !== 'object' || node === null) return;
  for (const inner of Object.values(node)) explainUnions(inner, schemas);
  for (const key of ['oneOf', 'anyOf']) {
    const union: unknown = Reflect.get(node, key);
    const plain = union === undefined ? null : (oneOfConstants(union) ?? chosenByType(union, schemas));
    if (!plain) continue;
    Reflect.deleteProperty(node, key);
    Object.assign(node, plain);
  }
}

function oneOfConstants(union: unknown): object | null {
  const constants = constantsShape.safeParse(union).data;
  return constants ? { enum: constants.map((it) => it.const) } : null;
}

function chosenByType(union: unknown, schemas: Schemas): object | null {
  const references = referencesShape.safeParse(union).data ?? [];
  const members = references.flatMap(({ $ref }): Member[] => {
    const member = memberShape.safeParse(schemas[$ref.split('/').at(-1) ?? '']).data;
    return member ? [{ $ref, types: member.properties.type.enum }] : [];
  });
  const types = members.flatMap((member) => member.types);
  const differ = members.length === references.length && new Set(types).size === types.length;
  if (!differ || members.length === 0) return null;
  return {
    type: 'object',
    properties: { type: { enum: types } },
    required: ['type'],
    allOf: members.map(({ $ref, types: own }) => ({
      if: { properties: { type: { enum: own } }, required: ['type'] },
      then: { $ref },
    })),
  };
}
