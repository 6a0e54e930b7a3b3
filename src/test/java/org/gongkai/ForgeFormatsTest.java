package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.cli.CommandLineInterface;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** For those who review a change: each problem stands beside its line, on whatever forge. */
class ForgeFormatsTest {
    private static final String DATE = "成文日期“2023-02-30”不是有效日期。请写成 YYYY-MM-DD，例如 2023-02-28。";
    private static final String ODD = "content/notices/2023/甲，乙 [1],a.md";

    @TempDir private Path folder;
    private TinyColumn column;

    /** What a call gave. */
    private record Called(int status, String out, String err) {}

    /** A repository that holds the column in a folder of its own. */
    @BeforeEach
    void makeRepository() throws IOException {
        Files.createDirectories(folder.resolve("库/.git"));
        column = new TinyColumn(folder.resolve("库"));
    }

    @Test
    void githubShowsAProblemAtItsLine() {
        withWarning().withNotice("2023/b", "成文日期: 2023-09-13", "成文日期: 2023-02-30");
        Called called = check("github");
        assertEquals(1, called.status);
        List<String> lines = called.out.lines().toList();
        assertEquals(3, lines.size(), called.out);
        assertTrue(
                lines.get(0)
                        .startsWith(
                                "::warning file=column/content/notices/2023/a.md,line=16,title=正文里没有"),
                called.out);
        assertEquals(
                "::error file=column/content/notices/2023/b.md,line=7,"
                        + "title=成文日期是日历上有的日期，写成 YYYY-MM-DD [document-date]::"
                        + DATE,
                lines.get(1));
        assertEquals("检查完毕：1 个错误、1 个警告。", lines.get(2));
    }

    @Test
    void githubTakesWhatIsTypedForNothingButText() {
        column.with(
                "content/notices/2023/a,b.md",
                TinyColumn.NOTICE.replace("审核:", "有效性: \"100%\\r\\n::error::甲\"\n审核:"));
        Called called = check("github");
        assertEquals(1, called.status);
        List<String> lines = called.out.lines().toList();
        assertEquals(2, lines.size(), called.out);
        Command command = Command.read(lines.get(0));
        assertEquals("column/content/notices/2023/a,b.md", command.properties.get("file"));
        assertTrue(command.message.contains("100%\r\n::error::甲"), command.message);
        assertFalse(lines.get(0).contains("a,b.md"), "a comma would end the file's name");
    }

    @Test
    void reasonsOfLoweredChecksAreNoCommands() {
        column.withNotice()
                .with(
                        "site.yml",
                        "名称: 甲\n网页检查:\n  - {检查: link-name, 级别: 提醒, 理由: \"a\\n::error::b\"}\n");
        String github = check("github").out;
        assertTrue(github.contains("::notice file=column/site.yml,line=3,title="), github);
        for (String out : List.of(github, check("text").out)) {
            assertFalse(out.lines().anyMatch(line -> line.startsWith("::error")), out);
        }
    }

    @Test
    void gitlabGetsAReportOfCodeQuality() {
        withOddFile();
        Called called = check("gitlab");
        assertEquals(1, called.status);
        assertEquals(1, called.out.lines().count(), "nothing but the report");
        List<Map<String, Object>> report = Json.objects(called.out);
        assertEquals(2, report.size());
        Set<Object> fingerprints = new HashSet<>();
        for (Map<String, Object> each : report) {
            assertEquals(
                    Set.of("description", "check_name", "fingerprint", "severity", "location"),
                    each.keySet());
            assertTrue(each.get("fingerprint").toString().matches("[0-9a-f]{64}"));
            assertTrue(fingerprints.add(each.get("fingerprint")), called.out);
        }
        Map<String, Object> error = report.get(1);
        assertEquals(DATE, error.get("description"));
        assertEquals("document-date", error.get("check_name"));
        assertEquals("major", error.get("severity"));
        assertEquals(
                Map.of("path", "column/" + ODD, "lines", Map.of("begin", 7)),
                error.get("location"));
        assertEquals("minor", report.get(0).get("severity"));
    }

    @Test
    void gitlabKnowsAProblemAgainWhereItsLineHasMoved() {
        String twice = "<u onclick=x>甲</u>\n\n<u onclick=x>甲</u>\n";
        column.withNotice("2023/a", "请认真贯彻执行。\n", twice);
        List<Map<String, Object>> before = Json.objects(check("gitlab").out);
        column.withNotice("2023/a", "请认真贯彻执行。\n", "多一段。\n\n" + twice);
        List<Map<String, Object>> after = Json.objects(check("gitlab").out);
        assertNotEquals(
                before.stream().map(each -> each.get("location")).toList(),
                after.stream().map(each -> each.get("location")).toList());
        List<Object> known = before.stream().map(each -> each.get("fingerprint")).toList();
        assertEquals(known, after.stream().map(each -> each.get("fingerprint")).toList());
        assertEquals(known.size(), Set.copyOf(known).size(), "the same twice is two problems");
        column.withNotice("2023/b", "请认真贯彻执行。\n", twice);
        List<Map<String, Object>> both = Json.objects(check("gitlab").out);
        assertTrue(both.size() >= 2 * known.size());
        assertEquals(
                both.size(), both.stream().map(each -> each.get("fingerprint")).distinct().count());
    }

    @Test
    void sarifHasTheShapeOfItsStandard() throws Exception {
        withOddFile();
        Called called = check("sarif");
        assertEquals(1, called.status);
        Map<?, ?> log = object(Json.read(called.out), "$schema", "version", "runs");
        assertEquals("2.1.0", log.get("version"));
        Map<?, ?> run = object(only(log.get("runs")), "tool", "language", "columnKind", "results");
        Map<?, ?> tool = object(run.get("tool"), "driver");
        Map<?, ?> driver = object(tool.get("driver"), "name", "language", "rules");
        assertEquals("gongkai", driver.get("name"));
        List<?> rules = (List<?>) driver.get("rules");
        List<String> ids = new ArrayList<>();
        for (Object each : rules) {
            Map<?, ?> rule =
                    object(each, "id", "name", "shortDescription", "fullDescription", "help");
            ids.add(rule.get("id").toString());
            for (String text : List.of("shortDescription", "fullDescription", "help")) {
                assertChinese(object(rule.get(text), "text").get("text"));
            }
        }
        assertEquals(List.of("document-date", "unsafe-html"), ids);
        List<?> results = (List<?>) run.get("results");
        List<String> files = new ArrayList<>();
        for (Object each : results) {
            Map<?, ?> result =
                    object(
                            each,
                            "ruleId",
                            "ruleIndex",
                            "level",
                            "message",
                            "locations",
                            "partialFingerprints");
            assertEquals(result.get("ruleId"), ids.get((Integer) result.get("ruleIndex")));
            assertChinese(object(result.get("message"), "text").get("text"));
            Map<?, ?> physical =
                    object(
                            object(only(result.get("locations")), "physicalLocation")
                                    .get("physicalLocation"),
                            "artifactLocation",
                            "region");
            Map<?, ?> artifact = object(physical.get("artifactLocation"), "uri", "uriBaseId");
            assertEquals("%SRCROOT%", artifact.get("uriBaseId"));
            URI uri = new URI(artifact.get("uri").toString());
            assertFalse(uri.isAbsolute() || uri.getRawPath().startsWith("/"), uri.toString());
            files.add(uri.getPath());
            assertTrue(artifact.get("uri").toString().matches("[A-Za-z0-9._~/%-]+"));
            assertTrue((Integer) object(physical.get("region"), "startLine").get("startLine") > 0);
        }
        assertEquals(
                List.of("column/content/notices/2023/a.md", "column/" + ODD), files, called.out);
        Map<?, ?> error = (Map<?, ?>) results.get(1);
        assertEquals("error", error.get("level"));
        assertEquals(DATE, ((Map<?, ?>) error.get("message")).get("text"));
        assertEquals("warning", ((Map<?, ?>) results.get(0)).get("level"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"github", "gitlab", "sarif"})
    void whatIsFineGivesAnEmptyReport(String format) {
        column.withNotice();
        Called called = check(format);
        assertEquals(0, called.status, called.out + called.err);
        switch (format) {
            case "github" -> assertEquals("检查完毕：没有问题。\n", called.out);
            case "gitlab" -> assertEquals("[]", called.out.strip());
            default -> assertTrue(called.out.contains("\"results\":[]"), called.out);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "github", "gitlab", "sarif"})
    void statusIsTheSameInEveryFormat(String format) {
        withWarning();
        assertEquals(0, check(format).status);
        assertEquals(1, check(format, "--strict").status);
        column.withNotice("2023/b", "成文日期: 2023-09-13", "成文日期: 2023-02-30");
        assertEquals(1, check(format).status);
    }

    @Test
    void pagesOfAnybodyAreToldFromTheRepositoryToo() throws IOException {
        Path pages = Files.createDirectories(folder.resolve("库/别的 网页"));
        Files.writeString(
                pages.resolve("a.html"),
                "<!DOCTYPE html>\n<html lang=zh><title>甲</title>\n<main><h1>甲</h1><img src=a.png>"
                        + "<video src=a.mp4></video></main>");
        Called github = call("check", "--pages", pages + "", "--format", "github");
        assertEquals(1, github.status);
        assertTrue(github.out.contains("::error file=别的 网页/a.html,line=3,title="), github.out);
        assertTrue(
                github.out
                        .lines()
                        .anyMatch(
                                line ->
                                        line.startsWith("::notice file=")
                                                && line.contains("［需人工核对］")),
                github.out);
        String sarif = call("check", "--pages", pages + "", "--format", "sarif").out;
        assertTrue(sarif.contains("\"uri\":\"%E5%88%AB%E7%9A%84%20"), sarif);
        assertTrue(sarif.contains("\"level\":\"note\""), sarif);
        assertTrue(sarif.contains("为了谁："), sarif);
        String gitlab = call("check", "--pages", pages + "", "--format", "gitlab").out;
        assertTrue(
                Json.objects(gitlab).stream().anyMatch(each -> each.get("severity").equals("info")),
                gitlab);
    }

    @Test
    void folderInNoRepositoryIsToldFromItself() throws IOException {
        Files.delete(folder.resolve("库/.git"));
        withWarning();
        assertTrue(check("github").out.startsWith("::warning file=content/notices/2023/a.md,"));
    }

    /** A check's id is a constant of the program; a new one has to say what it requires. */
    @Test
    void everyCheckOfContentsSaysWhatItRequires() throws IOException {
        Set<String> described = new TreeSet<>();
        Path list = TinyColumn.GENERATOR.resolve("src/main/resources/org/gongkai/cli/checks.txt");
        for (String line : Files.readAllLines(list)) {
            if (!line.startsWith("#")) {
                assertTrue(line.matches("[a-z]+(-[a-z]+)* .+[^。]"), line);
                assertTrue(described.add(line.split(" ")[0]), line);
            }
        }
        Set<String> missing = new TreeSet<>();
        for (String id : idsOfContentChecks()) {
            if (!described.contains(id)) {
                missing.add(id);
            }
        }
        assertEquals(Set.of(), missing);
    }

    /** What stands where the id of a problem does. */
    private static Set<String> idsOfContentChecks() throws IOException {
        Pattern id =
                Pattern.compile(
                        "(?:error|warning|mistake|new Problem|[dD]ate|reportTaken)"
                                + "\\((?:\"[^\"]*\", )?\\s*\"([a-z]+(?:-[a-z]+)*)\",?"
                                + "|CHECK = \"([a-z-]+)\"");
        Set<String> ids = new TreeSet<>();
        for (String room : List.of("sources", "checks", "SiteBuild.java")) {
            Path root = TinyColumn.GENERATOR.resolve("src/main/java/org/gongkai").resolve(room);
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".java"))
                                .filter(each -> !each.toString().matches(".*checks.(page|css).*"))
                                .toList()) {
                    Matcher matcher = id.matcher(Files.readString(file));
                    while (matcher.find()) {
                        ids.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
                    }
                }
            }
        }
        assertTrue(ids.size() > 60, ids.toString());
        return ids;
    }

    private TinyColumn withWarning() {
        return column.withNotice("2023/a", "请认真", "<u onclick=x>请</u>认真");
    }

    /** A warning in one file, and an error in another. */
    private void withOddFile() {
        withWarning().with(ODD, TinyColumn.NOTICE.replace("成文日期: 2023-09-13", "成文日期: 2023-02-30"));
    }

    /** A workflow command as GitHub's runner reads it. */
    private record Command(Map<String, String> properties, String message) {
        static Command read(String line) {
            Matcher command = Pattern.compile("::[a-z]+ (.*?)::(.*)").matcher(line);
            assertTrue(command.matches(), line);
            Map<String, String> properties = new TreeMap<>();
            for (String property : command.group(1).split(",")) {
                String[] parts = property.split("=", 2);
                properties.put(
                        parts[0], unescaped(parts[1].replace("%3A", ":").replace("%2C", ",")));
            }
            return new Command(properties, unescaped(command.group(2)));
        }

        private static String unescaped(String text) {
            return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%");
        }
    }

    /** An object with these names and no other. */
    private static Map<?, ?> object(Object value, String... names) {
        Map<?, ?> object = (Map<?, ?>) value;
        assertEquals(Set.of(names), object.keySet());
        return object;
    }

    private static Object only(Object list) {
        assertEquals(1, ((List<?>) list).size());
        return ((List<?>) list).get(0);
    }

    private static void assertChinese(Object text) {
        assertTrue(text.toString().codePoints().anyMatch(Character::isIdeographic), text + "");
    }

    private Called check(String format, String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of("check", "--source", column.root() + "", "--format", format));
        arguments.addAll(List.of("--as-of", "2023-10-01", "--out", column.out() + ""));
        arguments.addAll(List.of(more));
        return call(arguments.toArray(String[]::new));
    }

    private static Called call(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Clock clock =
                Clock.fixed(Instant.parse("2023-10-01T00:00:00Z"), ZoneId.of("Asia/Shanghai"));
        int status =
                new CommandLineInterface(
                                TinyColumn.GENERATOR,
                                clock,
                                new PrintStream(out, true, StandardCharsets.UTF_8),
                                new PrintStream(err, true, StandardCharsets.UTF_8))
                        .run(arguments);
        return new Called(
                status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
