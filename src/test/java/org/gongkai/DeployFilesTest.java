package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.cli.CommandLineInterface;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The ready files for a forge are sound, and what they call is there. */
class DeployFilesTest {
    private static final String GITHUB = "github/gongkai.yml";
    private static final String GITLAB = "gitlab/.gitlab-ci.yml";
    private static final String GITEE_CHECK = "gitee/gongkai-check.yml";
    private static final String GITEE_PUBLISH = "gitee/gongkai-publish.yml";

    private static final Pattern CALL = Pattern.compile("\\./gongkai ([a-z]+)([^;|>&}]*)");

    @ParameterizedTest
    @ValueSource(strings = {GITHUB, GITLAB, GITEE_CHECK, GITEE_PUBLISH})
    void callsOnlyCommandsAndOptionsThatThereAre(String file) {
        List<Matcher> calls = calls(file);
        assertTrue(calls.size() >= 2, file);
        for (Matcher call : calls) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
            int status =
                    new CommandLineInterface(TinyColumn.GENERATOR, Clock.systemUTC(), print, print)
                            .run(call.group(1), "--help");
            String help = out.toString(StandardCharsets.UTF_8);
            assertEquals(0, status, help);
            Matcher option = Pattern.compile("--[a-z-]+").matcher(call.group(2));
            while (option.find()) {
                assertTrue(help.contains(option.group()), call.group());
            }
        }
    }

    @Test
    void everyForgeChecksRequestsAndPublishesFromMain() {
        for (List<String> files :
                List.of(List.of(GITHUB), List.of(GITLAB), List.of(GITEE_CHECK, GITEE_PUBLISH))) {
            Set<String> commands = new TreeSet<>();
            files.forEach(file -> calls(file).forEach(call -> commands.add(call.group(1))));
            assertEquals(Set.of("build", "check", "publish"), commands, files.toString());
            for (String file : files) {
                for (String kept :
                        List.of(
                                "m2",
                                "target/app\n",
                                "public\n",
                                ".public.gongkai-cache\n",
                                ".public.gongkai-cache-index\n")) {
                    assertTrue(text(file).contains(kept), file + " keeps " + kept);
                }
            }
        }
    }

    @Test
    void nightlyBuildIsTenMinutesPastMidnightInChina() {
        Map<?, ?> on = (Map<?, ?>) map(GITHUB).get("on");
        assertEquals(List.of(Map.of("cron", "10 16 * * *")), on.get("schedule"), "UTC");
        Map<?, ?> triggers = (Map<?, ?>) map(GITEE_PUBLISH).get("triggers");
        assertEquals(List.of(Map.of("cron", "10 0 * * ?")), triggers.get("schedule"));
        assertTrue(text(GITLAB).contains("10 0 * * *，时区 [UTC+8]"));
    }

    @Test
    void requestsAreShownInTheWayOfTheirForge() {
        assertTrue(text(GITHUB).contains("check --format github"));
        assertTrue(text(GITLAB).contains("check --format gitlab > gl-code-quality-report.json"));
        Map<?, ?> check = (Map<?, ?>) map(GITLAB).get("检查");
        assertEquals(
                "{when=always, reports={codequality=gl-code-quality-report.json}}",
                check.get("artifacts").toString());
        assertTrue(text(GITEE_CHECK).contains("check --format sarif"));
    }

    /** A request may come from a stranger: it meets no key. */
    @Test
    void onlyPublishingMeetsTheKey() {
        Map<?, ?> jobs = (Map<?, ?>) map(GITHUB).get("jobs");
        assertTrue(jobs.get("publish").toString().contains("PUBLISH_KEY"));
        assertTrue(!jobs.get("check").toString().contains("PUBLISH"));
        assertEquals(Map.of("contents", "read"), map(GITHUB).get("permissions"));
        assertTrue(!map(GITLAB).get("检查").toString().contains("PUBLISH"));
        assertTrue(!map(GITLAB).get("default").toString().contains("PUBLISH"));
        assertTrue(!map(GITEE_CHECK).toString().contains("PUBLISH"));
    }

    /** All calls of the program, wherever they stand in the file. */
    private static List<Matcher> calls(String file) {
        List<Matcher> calls = new ArrayList<>();
        for (String text : strings(map(file))) {
            Matcher call = CALL.matcher(text);
            while (call.find()) {
                Matcher one = CALL.matcher(call.group());
                assertTrue(one.matches());
                calls.add(one);
            }
        }
        return calls;
    }

    private static List<String> strings(Object value) {
        List<String> strings = new ArrayList<>();
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(each -> strings.addAll(strings(each)));
        } else if (value instanceof Collection<?> list) {
            list.forEach(each -> strings.addAll(strings(each)));
        } else if (value instanceof String text) {
            strings.add(text);
        }
        return strings;
    }

    private static Map<?, ?> map(String file) {
        return (Map<?, ?>)
                new Load(LoadSettings.builder().setLabel(file).build()).loadFromString(text(file));
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of("deploy").resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
