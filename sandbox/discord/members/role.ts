import type { RoleRecord } from '../world/records.ts';

/** A role of a guild. */
export class Role {
  /** The sandbox's own record; not for tests. */
  readonly record: RoleRecord;

  constructor(record: RoleRecord) {
    this.record = record;
  }

  get id(): string {
    return this.record.id;
  }

  get name(): string {
    return this.record.name;
  }

  /** How it is mentioned in a message. */
  get mention(): string {
    return `<@&${this.id}>`;
  }
}
