package org.gongkai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.gongkai.Progress.Stage;
import org.junit.jupiter.api.Test;

/** What somebody sees of a build that takes long. */
class BuildWatchTest {
    private final AtomicLong clock = new AtomicLong();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private BuildWatch watch(boolean terminal) {
        return new BuildWatch(
                new PrintStream(out, true, StandardCharsets.UTF_8), terminal, clock::get);
    }

    private void pass(long millis) {
        clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private String told() {
        String told = out.toString(StandardCharsets.UTF_8);
        out.reset();
        return told;
    }

    @Test
    void whatIsOverAtOnceIsNotTold() {
        BuildWatch watch = watch(true);
        watch.begins(Stage.CONTENT);
        pass(400);
        watch.ends(Stage.CONTENT);
        watch.begins(Stage.PAGES);
        watch.done(20, 20);
        pass(500);
        assertEquals("用时 0.9 秒：读取和检查内容 0.4，生成和检查网页 0.5", watch.end());
        assertEquals("", told());
    }

    @Test
    void terminalHasOneLineThatChanges() {
        BuildWatch watch = watch(true);
        pass(1200);
        watch.begins(Stage.PAGES);
        assertEquals("\r生成和检查网页……" + " ".repeat(42), told());
        watch.done(1, 16000);
        assertEquals("", told());
        pass(300);
        watch.done(4000, 16000);
        assertEquals("\r生成和检查网页：4,000/16,000" + " ".repeat(20), told());
        watch.end();
        assertEquals("\r" + " ".repeat(60) + "\r", told());
    }

    @Test
    void logHasALineNowAndThen() {
        BuildWatch watch = watch(false);
        watch.begins(Stage.CONTENT);
        pass(9000);
        watch.ends(Stage.CONTENT);
        watch.begins(Stage.PAGES);
        assertEquals("", told());
        pass(2000);
        watch.done(4000, 16000);
        pass(2000);
        watch.done(5000, 16000);
        assertEquals("生成和检查网页：4,000/16,000" + System.lineSeparator(), told());
        pass(9000);
        watch.ends(Stage.PAGES);
        watch.begins(Stage.SEARCH);
        assertEquals("建立检索……" + System.lineSeparator(), told());
        assertEquals("用时 22.0 秒：读取和检查内容 9.0，生成和检查网页 13.0，建立检索 0.0", watch.end());
        assertEquals("", told());
    }

    /**
     * People wait for the stage that is told first; what runs beside it is told once it is alone.
     */
    @Test
    void stagesThatRunAtTheSameTimeAreToldSo() {
        BuildWatch watch = watch(false);
        watch.begins(Stage.CONTENT);
        pass(2000);
        watch.ends(Stage.CONTENT);
        watch.begins(Stage.PAGES);
        watch.begins(Stage.SEARCH);
        pass(9000);
        watch.done(5000, 16000);
        assertEquals("生成和检查网页：5,000/16,000" + System.lineSeparator(), told());
        pass(10000);
        watch.ends(Stage.PAGES);
        assertEquals("建立检索……" + System.lineSeparator(), told());
        pass(1000);
        watch.ends(Stage.SEARCH);
        watch.begins(Stage.EXCHANGE);
        pass(500);
        watch.ends(Stage.EXCHANGE);
        assertEquals("用时 22.5 秒：读取和检查内容 2.0，生成和检查网页 19.0，同时建立检索 20.0，换上新网站 0.5", watch.end());
    }
}
