import type { Playlist } from '../domain/playlist.ts';
import { type ReasonClause, reasonsOf } from '../domain/reason.ts';
import type { Words } from './words.ts';

/**
 * One honest sentence on why a track is in a list: what it is like, where on the way it stands, and how it fits its
 * place or follows the track before it. Every clause follows from the pick's own terms.
 */
export function reasonText(playlist: Playlist, index: number, t: Words): string {
  const clauses = reasonsOf(playlist, index);
  // A turn says more than a lean, and a sentence has room for one of them.
  const turns = clauses.some(({ kind }) => kind === 'turn');
  const said = clauses.filter(({ kind }) => !(turns && kind === 'lean'));
  const text = said.map((clause) => clauseText(clause, t)).join('; ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function clauseText(clause: ReasonClause, t: Words): string {
  switch (clause.kind) {
    case 'tone':
      return t(`reason.tone.${clause.loudness}.${clause.colour}`);
    case 'step':
      return t(`reason.step.${clause.step}`);
    case 'fit':
      return t(`reason.fit.${clause.fit}`);
    case 'lean':
      return t(`reason.lean.${clause.lean}`);
    case 'turn':
      return t(`reason.turn.${clause.turn}`);
  }
}
