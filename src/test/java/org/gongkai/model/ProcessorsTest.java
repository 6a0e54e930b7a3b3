package org.gongkai.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProcessorsTest {
    private final List<Integer> items = IntStream.range(0, 1000).boxed().toList();

    @Test
    void doesTheWorkOnceForEachItem() {
        Set<Integer> done = ConcurrentHashMap.newKeySet();
        Processors.each(
                items,
                item -> {
                    if (!done.add(item)) {
                        throw new IllegalStateException("twice: " + item);
                    }
                });
        assertEquals(Set.copyOf(items), done);
    }

    @Test
    void doesNothingForNoItems() {
        Processors.each(
                List.<Integer>of(),
                item -> {
                    throw new IllegalStateException("called");
                });
        assertEquals(List.of(), Processors.map(List.<Integer>of(), item -> item));
    }

    @Test
    void givesWhatWasMadeInTheOrderOfTheItems() {
        assertEquals(
                items.stream().map(String::valueOf).toList(),
                Processors.map(items, String::valueOf));
    }

    /** Whichever failed first by the clock: so a run tells of the same item each time. */
    @Test
    void throwsTheFailureOfTheItemThatStandsFirst() {
        CountDownLatch laterFailed = new CountDownLatch(1);
        IllegalStateException failure =
                assertThrows(
                        IllegalStateException.class,
                        () ->
                                Processors.each(
                                        List.of(1, 2),
                                        item -> {
                                            if (item == 1) {
                                                await(laterFailed);
                                            } else {
                                                laterFailed.countDown();
                                            }
                                            throw new IllegalStateException("item " + item);
                                        }));
        assertEquals("item 1", failure.getMessage());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void throwsAnErrorAsItIs() {
        assertThrows(
                StackOverflowError.class,
                () ->
                        Processors.each(
                                items,
                                item -> {
                                    throw new StackOverflowError();
                                }));
    }
}
