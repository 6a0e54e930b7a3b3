package org.gongkai.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gongkai.InBrowser;
import org.gongkai.Json;
import org.gongkai.TinyColumn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The search's reader meets files that are cut, garbled or made up: it tells, or answers rightly,
 * and never hangs. {@code -Dfuzz.iterations=100} and {@code -Dfuzz.seed=7} as in {@code Fuzz}.
 */
@InBrowser
class ShardFuzzTest {
    private static final int ITERATIONS = 250;
    private static final Path SCRIPT =
            TinyColumn.GENERATOR.resolve("src/test/resources/fuzz/shards.mjs");

    @TempDir private Path folder;

    @Test
    void oddFileIsToldOrAnsweredRightly() throws Exception {
        TinyColumn column = column().build();
        assertTrue(column.published(), () -> column.problems().toString());
        Map<?, ?> whole = (Map<?, ?>) Json.read(run(column));
        assertEquals(Map.of(), whole.get("finds"));
        // The same with long lists in parts.
        try (SearchIndex index = new SearchIndexer().index(column.site())) {
            new SearchExport(index, new Tiering(16, 4, 8, false)).write(column.out());
        }
        Map<?, ?> tiered = (Map<?, ?>) Json.read(run(column));
        assertEquals(Map.of(), tiered.get("finds"));
        Map<?, ?> counts = (Map<?, ?>) tiered.get("counts");
        assertTrue((Integer) counts.get("told") > ITERATIONS / 4, counts.toString());
    }

    private static String run(TinyColumn column) throws IOException, InterruptedException {
        int iterations = ITERATIONS * Integer.getInteger("fuzz.iterations", 1);
        Process process =
                new ProcessBuilder(
                                "node",
                                SCRIPT + "",
                                column.out() + "",
                                iterations + "",
                                Long.getLong("fuzz.seed", 20261122) + "")
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), out);
        return out;
    }

    private TinyColumn column() {
        TinyColumn column = new TinyColumn(folder);
        List<String> subjects = List.of("道路养护", "桥梁检查", "乡村路网");
        for (int i = 0; i < 60; i++) {
            column.withNotice(
                    "2023/n" + i,
                    "关于做好政务公开工作的通知",
                    "关于做好" + subjects.get(i % 3) + "工作的通知",
                    "2023-00000001",
                    String.format("2023-%08d", i + 1),
                    "〔2023〕1号",
                    "〔2023〕" + (i + 1) + "号",
                    "2023-09-14",
                    LocalDate.of(2023, 9, 14).plusDays(i % 10).toString(),
                    "请认真贯彻执行。",
                    "请认真贯彻执行。" + subjects.get((i + 1) % 3).repeat(1 + i % 4));
        }
        return column;
    }
}
