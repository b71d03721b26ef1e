import { expect } from 'chai';
import { CircuitBreaker } from '../../../services/model/circuit-breaker.js';

describe('a circuit breaker', () => {
  function breaker() {
    const clock = { ms: 0 };
    return { clock, breaker: new CircuitBreaker({ failures: 3, coolDownMs: 1000, now: () => clock.ms }) };
  }
  function fail(of: CircuitBreaker, times: number) {
    for (let time = 0; time < times; time++) of.failed();
  }

  it('lets calls through until three in a row have failed', () => {
    const { breaker: tested } = breaker();
    fail(tested, 2);
    tested.succeeded();
    fail(tested, 2);
    expect(tested.allows()).to.equal(true);
    fail(tested, 1);
    expect(tested.allows()).to.equal(false);
  });

  it('lets a single call through after the cool-down, whose success closes it', () => {
    const { breaker: tested, clock } = breaker();
    fail(tested, 3);
    clock.ms = 999;
    expect(tested.allows()).to.equal(false);
    clock.ms = 1000;
    expect(tested.allows()).to.equal(true);
    expect(tested.allows()).to.equal(false);
    tested.succeeded();
    expect(tested.allows()).to.equal(true);
  });

  it('cools down anew when that call fails', () => {
    const { breaker: tested, clock } = breaker();
    fail(tested, 3);
    clock.ms = 1000;
    expect(tested.allows()).to.equal(true);
    tested.failed();
    clock.ms = 1999;
    expect(tested.allows()).to.equal(false);
    clock.ms = 2000;
    expect(tested.allows()).to.equal(true);
  });

  it('lets another call through where that one was given up', () => {
    const { breaker: tested, clock } = breaker();
    fail(tested, 3);
    clock.ms = 1000;
    expect(tested.allows()).to.equal(true);
    expect(tested.allows()).to.equal(false);
    tested.gaveUp();
    expect(tested.allows()).to.equal(true);
  });
});
