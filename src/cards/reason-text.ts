import type { Playlist } from '../domain/playlist.ts';
import { type ReasonClause, reasonsOf } from '../domain/reason.ts';
import { decadeText, nameText, wishText } from './filters-text.ts';
import { joined } from './joined.ts';
import type { Words } from './words.ts';

/**
 * One honest sentence on why a track is in a list, in plain text: what it is like, what of it was asked for, where on the
 * way it stands, and how it fits its place or follows the track before it. Every clause follows from the pick's own terms.
 */
export function reasonText(playlist: Playlist, index: number, t: Words): string {
  const clauses = reasonsOf(playlist, index);
  // A turn says more than a lean, and a sentence has room for one of them.
  const turns = clauses.some(({ kind }) => kind === 'turn');
  const said = clauses.filter(({ kind }) => kind !== 'gave-way' && !(turns && kind === 'lean'));
  const gaveWay = clauses.filter(({ kind }) => kind === 'gave-way');
  const texts = (some: readonly ReasonClause[]) => some.map((clause) => clauseText(clause, playlist, t));
  const all = [
    ...texts(said),
    ...(gaveWay.length > 0 ? [t('reason.nothingNearer', { wishes: joined(texts(gaveWay), 'list', t) })] : []),
  ];
  const text = t('reason.sentence', { clauses: joined(all, 'clauses', t) });
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function clauseText(clause: ReasonClause, { filters }: Playlist, t: Words): string {
  switch (clause.kind) {
    case 'tone':
      return t(`reason.tone.${clause.loudness}.${clause.colour}`);
    case 'step':
      return t(`reason.step.${clause.step}`);
    case 'fit':
      return t(`reason.fit.${clause.fit}`);
    case 'lean':
      return t(`reason.lean.${clause.by}.${clause.lean}`);
    case 'turn':
      return t(`reason.turn.${clause.turn}`);
    case 'liked':
      if (clause.liked === 'decade') return t('reason.liked.decade', { name: decadeText(clause.decade, t) });
      return clause.liked === 'artist' && clause.name === filters.artist
        ? t('reason.liked.asked', { name: nameText(clause.name) })
        : t(`reason.liked.${clause.liked}`, { name: nameText(clause.name) });
    case 'fame':
      return t(`reason.fame.${clause.fame}`);
    case 'gave-way':
      return t(`reason.gaveWay.${clause.wish}`, wishText(filters, t));
  }
}
