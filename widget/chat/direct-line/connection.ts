/** connecting: at the start; refused: the server will not talk to this page. */
export type Connection = 'connecting' | 'online' | 'reconnecting' | 'offline' | 'unreachable' | 'refused';
