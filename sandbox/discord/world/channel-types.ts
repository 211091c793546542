/** Discord's numbers for the types of a channel. */
export const CHANNEL = {
  text: 0,
  dm: 1,
  voice: 2,
  group: 3,
  category: 4,
  announcement: 5,
  announcementThread: 10,
  publicThread: 11,
  privateThread: 12,
  stage: 13,
  forum: 15,
} as const;

/** One of Discord's numbers for the types of a channel. */
export type ChannelType = (typeof CHANNEL)[keyof typeof CHANNEL];

/** Whether messages are written in channels of the type; a forum holds posts, each a thread of its own. */
export const takesMessages = (type: ChannelType): boolean =>
  type !== CHANNEL.category && type !== CHANNEL.forum;
