package org.gongkai.sources;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.model.Place;
import org.gongkai.model.Problem;
import org.gongkai.model.Problems;
import org.gongkai.model.Severity;
import org.gongkai.model.UnseenCharacters;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML into {@link YamlNode}s with lines. What office staff commonly mistype (full-width
 * colons, no space after a colon, tabs) is said in their words and mended in memory, so that one
 * run finds the other mistakes too.
 */
final class YamlReader {
    private static final int MAX_DEPTH = 50;
    private static final int MAX_NODES_FROM_ALIASES = 10_000;

    /** After so many mistyped lines, the others of the kind are mended without reading anew. */
    private static final int MOST_ONE_BY_ONE = 20;

    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setCodePointLimit(64 * 1024 * 1024).build();

    /** What nobody may lose a part of. */
    private static final String TITLE = "标题";

    private static final Pattern COMMENT = Pattern.compile("\\s+#(.*\\S.*)");
    private static final Pattern COMMENT_FOR_VALUE = Pattern.compile("\\s*:\\s+#(.*\\S.*)");

    private final String file;
    private final Problems problems;
    private final Set<String> knownKeys;
    private YamlMistakes mistakes;
    private int mendedLines;

    /**
     * @param knownKeys the keys that may stand in the file, by which a mistyped one is told from
     *     text
     */
    YamlReader(String file, Set<String> knownKeys, Problems problems) {
        this.file = file;
        this.problems = problems;
        this.knownKeys = knownKeys;
    }

    /** Few files need it, and its patterns take longer than reading a short one. */
    private YamlMistakes mistakes() {
        if (mistakes == null) {
            mistakes = new YamlMistakes(knownKeys);
        }
        return mistakes;
    }

    /**
     * Reads a mapping.
     *
     * @param firstLine the line of the file on which the text begins
     * @return empty where the text can't be read, which is then a problem
     */
    Optional<YamlNode.Mapping> read(String text, int firstLine) {
        // Copied from a web page, they would make two words of what looks like one.
        String seen = UnseenCharacters.without(text);
        List<String> lines = new ArrayList<>(List.of(seen.split("\n", -1)));
        while (true) {
            try {
                YamlNode root = new Builder(lines, firstLine).build();
                if (root instanceof YamlNode.Mapping mapping) {
                    return Optional.of(mapping);
                }
                if (mend(lines, lines.size() - 1, firstLine)) {
                    continue;
                }
                problems.error(
                        "yaml-syntax",
                        new Place(file, root == null ? firstLine : root.line()),
                        "这里应当是若干行“键: 值”。",
                        "请写成“标题: ……”这样的行，冒号用半角，后面加一个空格。");
                return Optional.empty();
            } catch (Misread e) {
                mend(lines, e.line - firstLine, firstLine);
            } catch (TooMuch e) {
                problems.error(
                        "yaml-limit",
                        new Place(file, e.line),
                        e.getMessage(),
                        "请直接写出内容，不要用“&”“*”引用，也不要层层嵌套。");
                return Optional.empty();
            } catch (MarkedYamlEngineException e) {
                int at = e.getProblemMark().map(mark -> mark.getLine()).orElse(0);
                if (mend(lines, Math.min(at, lines.size() - 1), firstLine)
                        || mendShape(e, lines, at, firstLine)) {
                    continue;
                }
                int from = e.getContextMark().map(mark -> mark.getLine()).orElse(at);
                YamlMistakes.Said said = mistakes().translate(e, lines, from, at);
                problems.error(
                        "yaml-syntax",
                        new Place(file, firstLine + said.line()),
                        said.what(),
                        said.fix());
                return Optional.empty();
            } catch (YamlEngineException e) {
                problems.error(
                        "yaml-syntax",
                        new Place(file, firstLine),
                        "文件中有 YAML 不允许的字符或写法。",
                        "请删除不可见的控制字符后重新保存。");
                return Optional.empty();
            }
        }
    }

    /** Mends the nearest mistyped line at or above the one on which reading failed. */
    private boolean mend(List<String> lines, int failedAt, int firstLine) {
        for (int i = failedAt; i >= 0; i--) {
            Optional<YamlMistakes.Mended> found =
                    mistakes().mend(lines.get(i), i == 0 ? "" : lines.get(i - 1));
            if (found.isPresent()) {
                lines.set(i, found.get().line());
                report(found.get(), firstLine + i);
                mendOthers(lines, firstLine, found.get().check(), mistakes()::mend);
                return true;
            }
        }
        return false;
    }

    /** Where many lines are mistyped, most often all are, in the same way. */
    private void mendOthers(
            List<String> lines,
            int firstLine,
            String check,
            BiFunction<String, String, Optional<YamlMistakes.Mended>> mending) {
        if (++mendedLines < MOST_ONE_BY_ONE) {
            return;
        }
        for (int i = 0; i < lines.size(); i++) {
            Optional<YamlMistakes.Mended> other =
                    mending.apply(lines.get(i), i == 0 ? "" : lines.get(i - 1));
            if (other.isPresent() && other.get().check().equals(check)) {
                lines.set(i, other.get().line());
                report(other.get(), firstLine + i);
            }
        }
    }

    /**
     * Mends a first line that is indented, and a key without a colon before the line of failure.
     */
    private boolean mendShape(
            MarkedYamlEngineException e, List<String> lines, int failedAt, int firstLine) {
        String problem = e.getProblem() == null ? "" : e.getProblem();
        if (problem.contains("mapping values are not allowed")) {
            int before = failedAt - 1;
            while (before >= 0 && lines.get(before).isBlank()) {
                before--;
            }
            Optional<YamlMistakes.Mended> found =
                    before < 0 ? Optional.empty() : mistakes().noColon(lines.get(before));
            if (found.isPresent()) {
                lines.set(before, found.get().line());
                report(found.get(), firstLine + before);
                mendOthers(
                        lines,
                        firstLine,
                        found.get().check(),
                        (line, above) -> mistakes().noColon(line));
                return true;
            }
        }
        return problem.contains("expected '<document start>'")
                && outdent(lines, failedAt, firstLine);
    }

    /** Takes from the lines above one what the first of them is indented by. */
    private boolean outdent(List<String> lines, int end, int firstLine) {
        int first = 0;
        while (first < end && lines.get(first).isBlank()) {
            first++;
        }
        String line = lines.get(first);
        String indent = line.substring(0, line.length() - line.stripLeading().length());
        if (first >= end || indent.isEmpty()) {
            return false;
        }
        for (int i = first; i < end; i++) {
            if (lines.get(i).startsWith(indent)) {
                lines.set(i, lines.get(i).substring(indent.length()));
            }
        }
        problems.error(
                "yaml-indent",
                new Place(file, firstLine + first),
                "行首多了空格。",
                "请删去行首的空格，让同一层的键左对齐。");
        return true;
    }

    private void report(YamlMistakes.Mended mended, int line) {
        problems.error(mended.check(), new Place(file, line), mended.what(), mended.fix());
    }

    /** Builds nodes from the parser's events, which need no recursion of the parser's own. */
    private final class Builder {
        private final List<String> lines;
        private final int firstLine;
        private final Iterator<Event> events;
        private final Map<String, YamlNode> anchors = new HashMap<>();
        private final Set<String> aliases = new HashSet<>();
        private final List<Lost> lost = new ArrayList<>();
        private int nodesFromAliases;

        Builder(List<String> lines, int firstLine) {
            this.lines = lines;
            this.firstLine = firstLine;
            this.events = new Parse(SETTINGS).parseString(String.join("\n", lines)).iterator();
        }

        YamlNode build() {
            YamlNode root = null;
            while (events.hasNext()) {
                Event event = events.next();
                switch (event.getEventId()) {
                    case StreamStart, StreamEnd, DocumentEnd, Comment -> {}
                    case DocumentStart -> {
                        if (root != null) {
                            problems.error(
                                    "yaml-syntax",
                                    new Place(file, line(event)),
                                    "文件中间多出一行“---”。",
                                    "请删除这一行；一个文件只写一份内容。");
                            return root;
                        }
                    }
                    default -> root = node(event, 0);
                }
            }
            reportLost();
            return root;
        }

        private YamlNode node(Event event, int depth) {
            if (depth > MAX_DEPTH) {
                throw new TooMuch("嵌套超过 " + MAX_DEPTH + " 层。", line(event));
            }
            YamlNode node;
            if (event instanceof AliasEvent alias) {
                aliases.add(alias.getAlias().getValue());
                node = anchors.get(alias.getAlias().getValue());
                if (node == null) {
                    throw new TooMuch(
                            "“*" + alias.getAlias().getValue() + "”没有对应的内容。", line(event));
                }
                nodesFromAliases += node.size();
                if (nodesFromAliases > MAX_NODES_FROM_ALIASES) {
                    throw new TooMuch("“*”引用展开后的内容过多。", line(event));
                }
                return node;
            } else if (event instanceof ScalarEvent scalar) {
                node = text(scalar);
            } else if (event instanceof SequenceStartEvent) {
                node = sequence(event, depth);
            } else if (event instanceof MappingStartEvent) {
                node = mapping(event, depth);
            } else {
                throw new IllegalStateException("unexpected event " + event);
            }
            if (event instanceof NodeEvent anchored) {
                anchored.getAnchor().ifPresent(anchor -> anchors.put(anchor.getValue(), node));
            }
            return node;
        }

        private YamlNode text(ScalarEvent scalar) {
            int line = line(scalar);
            String value = scalar.getValue();
            if (scalar.getScalarStyle() == ScalarStyle.PLAIN) {
                lookForKeysSwallowedBy(scalar, line);
                if (value.equals("~") || value.equalsIgnoreCase("null")) {
                    value = "";
                }
            }
            return new YamlNode.Text(value.strip(), line);
        }

        /** A plain value over several lines may hold a key whose colon was mistyped. */
        private void lookForKeysSwallowedBy(ScalarEvent scalar, int line) {
            int last = scalar.getEndMark().map(mark -> mark.getLine() + firstLine).orElse(line);
            for (int i = line + 1; i <= Math.min(last, firstLine + lines.size() - 1); i++) {
                int number = i;
                mistakes()
                        .mend(lines.get(i - firstLine), lines.get(i - firstLine - 1))
                        .ifPresent(mended -> report(mended, number));
            }
        }

        /**
         * What stands behind # is a comment for YAML, and what begins with & or ! no text at all.
         */
        private void lookForLostText(String key, Event keyEvent, ScalarEvent scalar) {
            boolean block =
                    scalar.getScalarStyle() == ScalarStyle.LITERAL
                            || scalar.getScalarStyle() == ScalarStyle.FOLDED;
            boolean nothing =
                    scalar.getScalarStyle() == ScalarStyle.PLAIN && scalar.getValue().isEmpty();
            if (nothing && key.endsWith("色")) {
                // Whoever reads colours says it better.
                return;
            }
            if (scalar.getTag().isPresent()) {
                lost.add(new Lost(key, scalar, null));
            } else if (scalar.getAnchor().isPresent()) {
                lost.add(new Lost(key, scalar, scalar.getAnchor().get().getValue()));
            } else if (!block) {
                String rest = restOfLine((nothing ? keyEvent : scalar).getEndMark().orElseThrow());
                Matcher comment = (nothing ? COMMENT_FOR_VALUE : COMMENT).matcher(rest);
                boolean close = comment.matches() && !comment.group(1).startsWith(" ");
                // A key without a value and a comment with a space is what gongkai new writes.
                if (comment.matches() && (close || (key.equals(TITLE) && !nothing))) {
                    int line = firstLine + scalar.getEndMark().orElseThrow().getLine();
                    reportLost(
                            key,
                            nothing ? line(keyEvent) : line,
                            close,
                            "“" + key + "”里“#”和它后面的“" + comment.group(1).strip() + "”被当成了说明，不会发布。",
                            scalar.getValue() + (nothing ? "#" : " #") + comment.group(1));
                }
            }
        }

        private String restOfLine(Mark mark) {
            if (mark.getLine() >= lines.size()) {
                return "";
            }
            String line = lines.get(mark.getLine());
            int from = Math.min(mark.getColumn(), line.codePointCount(0, line.length()));
            return line.substring(line.offsetByCodePoints(0, from));
        }

        /** An anchor that an alias stands for later is meant. */
        private void reportLost() {
            for (Lost each : lost) {
                if (each.anchor == null || !aliases.contains(each.anchor)) {
                    int line = line(each.scalar);
                    String typed = lines.get(line - firstLine);
                    int at = each.scalar.getStartMark().orElseThrow().getColumn();
                    String value = typed.substring(typed.offsetByCodePoints(0, at)).strip();
                    reportLost(
                            each.key,
                            line,
                            true,
                            "“"
                                    + each.key
                                    + "”的内容以“"
                                    + value.charAt(0)
                                    + "”开头，“"
                                    + value.split("\\s")[0]
                                    + "”不会发布。",
                            value);
                }
            }
        }

        private void reportLost(String key, int line, boolean error, String what, String whole) {
            problems.add(
                    new Problem(
                            "yaml-lost",
                            error && key.equals(TITLE) ? Severity.ERROR : Severity.WARNING,
                            file,
                            line,
                            what,
                            "请用英文双引号把整个内容括起来，例如 "
                                    + key
                                    + ": \""
                                    + whole.strip().replace("\"", "")
                                    + "\"；是说明的，请另起一行写。"));
        }

        private YamlNode sequence(Event start, int depth) {
            List<YamlNode> items = new ArrayList<>();
            int size = 1;
            Event event = events.next();
            while (event.getEventId() != Event.ID.SequenceEnd) {
                YamlNode item = node(event, depth + 1);
                items.add(item);
                size = Math.addExact(size, item.size());
                event = events.next();
            }
            return new YamlNode.Sequence(items, line(start), size);
        }

        private YamlNode mapping(Event start, int depth) {
            Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
            int size = 1;
            Event event = events.next();
            while (event.getEventId() != Event.ID.MappingEnd) {
                int line = line(event);
                rejectWideIndent(line);
                YamlNode key = node(event, depth + 1);
                rejectDash(key, line);
                Event valueEvent = events.next();
                YamlNode value = node(valueEvent, depth + 1);
                if (key instanceof YamlNode.Text name && valueEvent instanceof ScalarEvent scalar) {
                    lookForLostText(name.value(), event, scalar);
                }
                size = Math.addExact(size, value.size() + 1);
                put(entries, key, value, line);
                event = events.next();
            }
            return new YamlNode.Mapping(entries, line(start), size);
        }

        /** For YAML a full-width space is no indentation, but the first letter of a key. */
        private void rejectWideIndent(int line) {
            if (line - firstLine < lines.size()
                    && lines.get(line - firstLine).indexOf('\u3000') >= 0
                    && lines.get(line - firstLine).matches("\\s*\u3000.*")) {
                throw new Misread(line);
            }
        }

        private void rejectDash(YamlNode key, int line) {
            if (key instanceof YamlNode.Text text
                    && text.value().startsWith("-")
                    && mistakes().dash(lines.get(line - firstLine)).isPresent()) {
                throw new Misread(line);
            }
        }

        private void put(
                Map<String, YamlNode.Entry> entries, YamlNode key, YamlNode value, int line) {
            if (!(key instanceof YamlNode.Text text)) {
                problems.error("yaml-syntax", new Place(file, line), "冒号前面应当是一个词。", "请写成“键: 值”。");
                return;
            }
            String name = text.value();
            if (value instanceof YamlNode.Text nothing && nothing.isEmpty()) {
                // In {名称：县财政局} the whole is read as a key.
                Optional<YamlMistakes.Split> split = mistakes().split(name);
                if (split.isPresent()) {
                    report(split.get().mended(), line);
                    name = split.get().key();
                    value = new YamlNode.Text(split.get().value(), line);
                }
            }
            YamlNode.Entry first = entries.putIfAbsent(name, new YamlNode.Entry(line, value));
            if (first != null) {
                problems.error(
                        "duplicate-key",
                        new Place(file, line),
                        "“" + name + "”写了两遍，第 " + first.line() + " 行已有。",
                        "请只保留一处。");
            }
        }

        private int line(Event event) {
            return firstLine + event.getStartMark().map(mark -> mark.getLine()).orElse(0);
        }
    }

    /**
     * A value with something before it that YAML takes for its own.
     *
     * @param anchor null for a tag
     */
    private record Lost(String key, ScalarEvent scalar, String anchor) {}

    /** A key stands behind full-width spaces, or right behind a dash. */
    private static final class Misread extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final int line;

        Misread(int line) {
            this.line = line;
        }
    }

    /** The text asks for more than a column's file ever needs. */
    private static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final int line;

        TooMuch(String message, int line) {
            super(message);
            this.line = line;
        }
    }
}
