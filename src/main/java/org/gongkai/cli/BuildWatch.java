package org.gongkai.cli;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.gongkai.Progress;

/**
 * Tells how far a build is, and how long its stages took. What is over at once is not told; a
 * terminal gets one line that changes, a log a line now and then.
 */
final class BuildWatch implements Progress {
    private static final long AT_ONCE = TimeUnit.SECONDS.toNanos(1);
    private static final long ON_TERMINAL = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long IN_LOG = TimeUnit.SECONDS.toNanos(10);
    private static final int WIDTH = 60;

    private final PrintStream to;
    private final boolean terminal;
    private final LongSupplier nanos;
    private final long start;
    private final Map<Stage, Long> starts = new EnumMap<>(Stage.class);
    private final Map<Stage, Long> ends = new EnumMap<>(Stage.class);
    private final Set<Stage> running = EnumSet.noneOf(Stage.class);
    private long next;
    private boolean open;

    /**
     * @param terminal whether a line can be written over
     * @param nanos a clock that only runs forward
     */
    BuildWatch(PrintStream to, boolean terminal, LongSupplier nanos) {
        this.to = to;
        this.terminal = terminal;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
        this.next = start + (terminal ? AT_ONCE : IN_LOG);
    }

    @Override
    public synchronized void begins(Stage stage) {
        running.add(stage);
        starts.put(stage, nanos.getAsLong());
        tellStage();
    }

    @Override
    public synchronized void ends(Stage stage) {
        running.remove(stage);
        ends.put(stage, nanos.getAsLong());
        tellStage();
    }

    /** Of several that run, people wait for the first. */
    private void tellStage() {
        running.stream().findFirst().ifPresent(stage -> tell(stage.label() + "……"));
    }

    @Override
    public synchronized void done(int parts, int all) {
        if (nanos.getAsLong() < next) {
            // It is asked once a page, and mostly tells nothing.
            return;
        }
        running.stream()
                .findFirst()
                .ifPresent(
                        stage ->
                                tell(
                                        String.format(
                                                Locale.ROOT,
                                                "%s：%,d/%,d",
                                                stage.label(),
                                                parts,
                                                all)));
    }

    /** Tells it, unless the last line has only just been told. */
    private void tell(String line) {
        long now = nanos.getAsLong();
        if (now < next) {
            return;
        }
        next = now + (terminal ? ON_TERMINAL : IN_LOG);
        if (terminal) {
            to.print("\r" + line + " ".repeat(Math.max(0, WIDTH - 2 * line.length())));
            to.flush();
            open = true;
        } else {
            to.println(line);
        }
    }

    /** Ends the line that changes; how long all took, by stage. */
    synchronized String end() {
        if (open) {
            to.print("\r" + " ".repeat(WIDTH) + "\r");
            to.flush();
            open = false;
        }
        long end = nanos.getAsLong();
        StringJoiner stages = new StringJoiner("，");
        long latest = start;
        for (Map.Entry<Stage, Long> each : starts.entrySet()) {
            long until = ends.getOrDefault(each.getKey(), end);
            boolean beside = each.getValue() < latest;
            stages.add(
                    (beside ? "同时" : "")
                            + each.getKey().label()
                            + " "
                            + seconds(until - each.getValue()));
            latest = Math.max(latest, until);
        }
        return "用时 " + seconds(end - start) + " 秒：" + stages;
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.1f", nanos / 1e9);
    }
}
