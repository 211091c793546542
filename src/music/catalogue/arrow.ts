import {
  type Data,
  Dictionary,
  Field,
  Float32,
  List,
  makeData,
  makeVector,
  RecordBatch,
  RecordBatchFileWriter,
  Schema,
  Struct,
  type Table,
  tableFromIPC,
  Uint16,
  Uint32,
  Uint8,
  Utf8,
} from 'apache-arrow';
import { checkColumns } from './check-columns.ts';
import { packedColumns, type PackedColumns } from './columns-of.ts';
import { checkSeal, OPEN_SEAL, seal } from './seal.ts';
import { Texts } from './texts.ts';

/** Stands in the file's metadata; another version of it has other columns. */
const SCHEMA_VERSION = '1';

/** The columns that hold one number a track, and how wide it is. */
const NUMBERS = {
  valence: Float32,
  arousal: Float32,
  popularity: Uint8,
  year: Uint16,
  tempo: Float32,
  energy: Float32,
  key: Uint8,
  seconds: Uint16,
  explicit: Uint8,
  song: Uint32,
} as const;

const genreType = new Dictionary(new Utf8(), new Uint16(), 0);
const artistType = new Dictionary(new Utf8(), new Uint32(), 1);

const FIELDS = [
  new Field('id', new Utf8()),
  new Field('title', new Utf8()),
  new Field('artists', new List(new Field('artist', artistType))),
  new Field('genre', genreType),
  ...Object.entries(NUMBERS).map(([name, Type]) => new Field(name, new Type())),
];

/**
 * A catalogue as one Arrow IPC file with one record batch, which any tool that knows Arrow can open: texts are Utf8, the
 * genre a dictionary, the artists a list of one.
 */
export function writeColumns(columns: PackedColumns): Uint8Array {
  const { size, texts } = columns;
  const schema = new Schema(
    FIELDS,
    new Map([
      ['moodring', SCHEMA_VERSION],
      ['seal', OPEN_SEAL],
    ]),
  );
  const children = [
    utf8(texts.ids),
    utf8(texts.titles),
    makeData({
      type: new List(new Field('artist', artistType)),
      length: size,
      valueOffsets: Int32Array.from(columns.artistStarts),
      child: makeData({
        type: artistType,
        data: columns.artists,
        dictionary: makeVector(utf8(texts.artists)),
      }),
    }),
    makeData({ type: genreType, data: columns.genre, dictionary: makeVector(utf8(texts.genres)) }),
    makeData({ type: new Float32(), data: columns.valence }),
    makeData({ type: new Float32(), data: columns.arousal }),
    makeData({ type: new Uint8(), data: columns.popularity }),
    makeData({ type: new Uint16(), data: columns.year }),
    makeData({ type: new Float32(), data: columns.tempo }),
    makeData({ type: new Float32(), data: columns.energy }),
    makeData({ type: new Uint8(), data: columns.key }),
    makeData({ type: new Uint16(), data: columns.seconds }),
    makeData({ type: new Uint8(), data: columns.explicit }),
    makeData({ type: new Uint32(), data: columns.song }),
  ];
  const rows = makeData({ type: new Struct(FIELDS), length: size, nullCount: 0, children });
  const bytes = RecordBatchFileWriter.writeAll([new RecordBatch(schema, rows)]).toUint8Array(true);
  seal(bytes);
  return bytes;
}

/**
 * The columns in a file that `writeColumns` wrote. Numbers and texts stay where they lie in `bytes`.
 * @throws Error if the bytes are not such a file, are damaged, or hold what no track can have
 */
export function readColumns(bytes: Uint8Array): PackedColumns {
  checkSeal(bytes);
  const table = tableFromIPC(bytes);
  if (table.schema.metadata.get('moodring') !== SCHEMA_VERSION) throw new Error('not a catalogue of ours');
  const size = table.numRows;
  const lists = chunk(table, 'artists');
  const artists = lists.children[0];
  if (!artists) throw new Error('no artists');
  const genre = chunk(table, 'genre');
  const numbers = <A extends Numbers>(name: keyof typeof NUMBERS | 'genre', Kind: Kind<A>): A =>
    view(chunk(table, name).values, Kind, size);
  const columns = packedColumns(
    {
      valence: numbers('valence', Float32Array),
      arousal: numbers('arousal', Float32Array),
      popularity: numbers('popularity', Uint8Array),
      year: numbers('year', Uint16Array),
      genre: numbers('genre', Uint16Array),
      tempo: numbers('tempo', Float32Array),
      energy: numbers('energy', Float32Array),
      key: numbers('key', Uint8Array),
      seconds: numbers('seconds', Uint16Array),
      explicit: numbers('explicit', Uint8Array),
      song: numbers('song', Uint32Array),
      artistStarts: unsigned(view(lists.valueOffsets, Int32Array, size + 1)),
      artists: view(artists.values, Uint32Array, artists.length),
    },
    {
      ids: textsOf(chunk(table, 'id')),
      titles: textsOf(chunk(table, 'title')),
      artists: textsOf(dictionaryOf(artists)),
      genres: textsOf(dictionaryOf(genre)),
    },
  );
  checkColumns(columns);
  return columns;
}

function utf8({ size, starts, bytes }: Texts): Data<Utf8> {
  return makeData({ type: new Utf8(), length: size, valueOffsets: starts, data: bytes });
}

function textsOf({ length, valueOffsets, values }: Data): Texts {
  if (!(values instanceof Uint8Array)) throw new Error('no texts');
  return new Texts(view(valueOffsets, Int32Array, length + 1), values);
}

/** A column of the table, whole and without blanks. */
function chunk(table: Table, name: string): Data {
  return whole(table.getChild(name)?.data, table.numRows);
}

function dictionaryOf({ dictionary }: Data): Data {
  return whole(dictionary?.data, dictionary?.length ?? 0);
}

function whole(data: readonly Data[] | undefined, length: number): Data {
  const [only, ...more] = data ?? [];
  if (!only || more.length > 0 || only.length !== length || only.nullCount > 0 || only.offset !== 0)
    throw new Error('a column is missing or in pieces');
  return only;
}

type Numbers = Float32Array | Uint8Array | Uint16Array | Uint32Array | Int32Array;
type Kind<A> = new (buffer: ArrayBufferLike, byteOffset: number, length: number) => A;

/** The first numbers of a buffer, which Arrow pads. */
function view<A extends Numbers>(values: unknown, Kind: Kind<A>, length: number): A {
  if (!(values instanceof Kind) || values.length < length) throw new Error('a column of another kind');
  return new Kind(values.buffer, values.byteOffset, length);
}

function unsigned({ buffer, byteOffset, length }: Int32Array): Uint32Array {
  return new Uint32Array(buffer, byteOffset, length);
}
