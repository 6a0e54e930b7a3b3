package org.gongkai.model;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * All processors of the machine at one job: each takes the next item when it is done with its last.
 * A parallel stream gives each its share beforehand, and on a small machine one then waits long for
 * the other.
 */
public final class Processors {
    private Processors() {}

    /**
     * Does the work for each item. Where that fails, nothing new is begun; once all have ended, the
     * failure of the item that stands first is thrown.
     */
    public static <T> void each(List<T> items, Consumer<T> work) {
        AtomicInteger next = new AtomicInteger();
        SortedMap<Integer, Throwable> failures = new ConcurrentSkipListMap<>();
        IntStream.range(0, Math.min(items.size(), ForkJoinPool.getCommonPoolParallelism() + 1))
                .parallel()
                .forEach(processor -> takeItems(items, next, work, failures));
        if (!failures.isEmpty()) {
            Throwable first = failures.get(failures.firstKey());
            if (first instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) first;
        }
    }

    private static <T> void takeItems(
            List<T> items,
            AtomicInteger next,
            Consumer<T> work,
            SortedMap<Integer, Throwable> failures) {
        while (failures.isEmpty()) {
            int place = next.getAndIncrement();
            if (place >= items.size()) {
                return;
            }
            try {
                work.accept(items.get(place));
            } catch (RuntimeException | Error e) {
                failures.put(place, e);
            }
        }
    }

    /** What the work makes of each item, in the order of the items. */
    public static <T, R> List<R> map(List<T> items, Function<T, R> work) {
        Object[] made = new Object[items.size()];
        each(
                IntStream.range(0, made.length).boxed().toList(),
                place -> made[place] = work.apply(items.get(place)));
        @SuppressWarnings("unchecked")
        List<R> all = (List<R>) Arrays.asList(made);
        return all;
    }
}
