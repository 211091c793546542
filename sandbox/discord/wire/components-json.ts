import { componentShape, isSelect, KIND, mapTree, numbered } from './component.ts';
import type { Component } from './component.ts';
import { withoutNulls } from './without-nulls.ts';

/** A picture or file that a component shows, as the API returns it. */
export interface MediaJson {
  readonly id: string;
  readonly url: string;
  readonly proxy_url: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly content_type: string | null;
  readonly attachment_id?: string;
}

/** A file of the message that a component shows. */
export interface FileJson {
  readonly media: MediaJson;
  readonly name: string | null;
  /** In bytes. */
  readonly size: number | null;
}

/** What is behind a link that a component shows. */
export type Unfurl = (url: string) => FileJson;

/** Components as the API returns them: numbered, with what was left out, and with links to what they show. */
export const componentsJson = (components: readonly Component[], unfurl: Unfurl): Component[] =>
  numbered(components).map((it) =>
    mapTree(componentShape.parse(withoutNulls(it)), (component) => ({
      ...component,
      ...filledIn(component),
      ...shown(component, unfurl),
    })),
  );

function filledIn(component: Component): Partial<Component> {
  const { accent_color, spoiler, spacing, divider, description, min_values, max_values } = component;
  if (isSelect(component)) return { min_values: min_values ?? 1, max_values: max_values ?? 1 };
  switch (component.type) {
    case KIND.container:
      return { accent_color: accent_color ?? null, spoiler: spoiler ?? false };
    case KIND.separator:
      return { spacing: spacing ?? 1, divider: divider ?? true };
    case KIND.thumbnail:
      return { description: description ?? null, spoiler: spoiler ?? false };
    case KIND.file:
      return { spoiler: spoiler ?? false };
    default:
      return {};
  }
}

function shown({ media, file, items }: Component, unfurl: Unfurl): Partial<Component> {
  const name = file ? unfurl(file.url) : null;
  return {
    ...(media ? { media: unfurl(media.url).media } : {}),
    ...(name ? { file: name.media, name: name.name, size: name.size } : {}),
    ...(items
      ? {
          items: items.map((item) => ({
            ...item,
            media: unfurl(item.media.url).media,
            description: item.description ?? null,
            spoiler: item.spoiler ?? false,
          })),
        }
      : {}),
  };
}
