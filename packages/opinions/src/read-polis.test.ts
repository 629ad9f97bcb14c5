import { describe, expect, it } from 'vitest';
import { readPolisVotes } from './read-polis.ts';

const list = `timestamp,datetime,comment-id,voter-id,vote
1700000000002,Tue Nov 14 22:13:22 UTC 2023,0,7,-1
1700000000001,Tue Nov 14 22:13:21 UTC 2023,0,7,1
1700000000003,Tue Nov 14 22:13:23 UTC 2023,1,8,0
`;
const matrix = `participant,group-id,n-comments,n-votes,n-agree,n-disagree,0,1
7,0,0,1,0,1,-1,
8,,2,2,1,0,1,0
`;

describe('reading Polis votes', () => {
  it('takes the latest vote by time, not by line', () => {
    const votes = readPolisVotes(list);
    expect(votes).toMatchObject({
      ok: true,
      value: { participants: ['7', '8'], statements: ['0', '1'], vote: Int8Array.of(-1, 0) },
    });
  });

  it('takes the later line where no time is given', () => {
    const votes = readPolisVotes('comment-id,voter-id,vote\r\n0,7,1\r\n"0","7","-1"\r\n');
    expect(votes).toMatchObject({ ok: true, value: { vote: Int8Array.of(-1) } });
  });

  it('reads the matrix, where an empty cell is a statement not seen', () => {
    expect(readPolisVotes(matrix)).toMatchObject({
      ok: true,
      value: {
        participants: ['7', '8'],
        statements: ['0', '1'],
        start: Int32Array.of(0, 1, 3),
        statement: Int32Array.of(0, 0, 1),
        vote: Int8Array.of(-1, 1, 0),
      },
    });
  });

  it('turns a matrix whose own columns say that −1 is agree', () => {
    const turned = matrix.replace('7,0,0,1,0,1', '7,0,0,1,1,0').replace('8,,2,2,1,0', '8,,2,2,0,0');
    const oneSided = turned.replace('8,,2,2,0,0,1,0', '8,,2,1,0,0,0,');
    expect(readPolisVotes(oneSided)).toMatchObject({ ok: true, value: { vote: Int8Array.of(1, 0) } });
    // Neither reading fits the columns: what is written is taken.
    expect(readPolisVotes(turned)).toMatchObject({ ok: true, value: { vote: Int8Array.of(-1, 1, 0) } });
  });

  it.each<[what: string, text: string, line: number, reason: string]>([
    ['nothing', '', 1, 'the header names neither vote nor participant: no Polis votes file'],
    ['another file', 'a,b\n1,2\n', 1, 'the header names neither vote nor participant: no Polis votes file'],
    ['no voter-id', list.replace('voter-id', 'voter'), 1, 'column voter-id is missing'],
    ['no comment-id', list.replace('comment-id', 'comment'), 1, 'column comment-id is missing'],
    ['a line cut short', list.replace(',1,8,0', ',1'), 4, '5 cells expected, 3 found'],
    ['a vote of two', list.replace('1,8,0', '1,8,2'), 4, 'a vote is 1, 0 or -1, not 2'],
    ['an empty vote', list.replace('1,8,0', '1,8,'), 4, 'a vote is 1, 0 or -1, not empty'],
    ['nobody voting', list.replace('1,8,0', '1,,0'), 4, 'a vote without voter-id'],
    ['a vote on nothing', list.replace('1,8,0', ',8,0'), 4, 'a vote without comment-id'],
    ['a time in words', list.replace('1700000000003', 'noon'), 4, 'a timestamp is no number: noon'],
    ['no time', list.replace('1700000000003', ''), 4, 'a timestamp is no number: '],
    ['no votes', 'comment-id,voter-id,vote\n', 1, 'the file holds no vote'],
    ['an empty matrix', matrix.replace(/\n7[^]*/, '\n'), 1, 'the file holds no vote'],
    ['a participant twice', matrix.replace('\n8,', '\n7,'), 3, 'participant 7 stands twice'],
    ['no participant', matrix.replace('\n8,', '\n,'), 3, 'a line without participant'],
    ['a statement twice', matrix.replace('agree,0,1', 'agree,0,0'), 1, 'statement 0 stands twice'],
    ['a matrix cell of 5', matrix.replace(',1,0\n', ',1,5\n'), 3, 'a vote is 1, 0 or -1, not 5'],
    ['a matrix line too long', matrix.replace(',1,0\n', ',1,0,1\n'), 3, '8 cells expected, 9 found'],
  ])('refuses %s', (_, text, line, reason) => {
    expect(readPolisVotes(text)).toEqual({ ok: false, problem: { line, reason } });
  });
});
