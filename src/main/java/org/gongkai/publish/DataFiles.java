package org.gongkai.publish;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.cache.Digest;
import org.gongkai.cache.KeptPieces;
import org.gongkai.model.Deadline;
import org.gongkai.model.Notice;
import org.gongkai.model.Site;
import org.gongkai.model.Task;
import org.gongkai.model.Unit;
import org.gongkai.model.UnitReference;
import org.gongkai.model.UnitTasks;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The open data of a site: {@code data/*.json} and {@code data/tasks.csv}. Only what is named here
 * gets out.
 */
public final class DataFiles {
    private static final JsonFactory JSON = JsonFactory.builder().rootValueSeparator(",\n").build();

    private final Site site;
    private final Map<String, UnitTasks> unitTasks;
    private final KeptPieces kept;
    private final Function<Object, Optional<Digest>> digests;

    public DataFiles(Site site, Map<String, UnitTasks> unitTasks) {
        this(site, unitTasks, KeptPieces.none(), value -> Optional.empty());
    }

    /**
     * @param unitTasks what each unit owes, by its 代码
     * @param kept what an earlier build has written of notices that did not change
     * @param digests tells a notice from every other
     */
    public DataFiles(
            Site site,
            Map<String, UnitTasks> unitTasks,
            KeptPieces kept,
            Function<Object, Optional<Digest>> digests) {
        this.site = site;
        this.unitTasks = unitTasks;
        this.kept = kept;
        this.digests = digests;
    }

    /** Writes them below the site's root. */
    public void write(Path root) throws IOException {
        Path folder = Files.createDirectories(root.resolve("data"));
        writeArray(root, "data/notices.json", List::of, this::writeNotice);
        writeArray(root, "data/tasks.json", DataFiles::entries, this::writeTask);
        writeArray(
                folder.resolve("units.json"),
                site.units().units().stream(),
                (json, unit) -> writeUnit(json, unit, unitTasks.get(unit.code())));
        writeCsv(root);
    }

    private static List<UnitTasks.Entry> entries(Notice notice) {
        return notice.taskList().stream().map(task -> new UnitTasks.Entry(notice, task)).toList();
    }

    /** Begins a file that is made notice by notice. */
    private KeptPieces.PieceFile begin(Path root, String path) throws IOException {
        return kept.begin(root, Path.of(path), digest(site.settings().absolute("")));
    }

    /** What is not known from all others is told from none, and so made anew. */
    private Digest digest(Object value) {
        return digests.apply(value).orElse(KeptPieces.NONE);
    }

    /** The same, notice by notice. */
    private <T> void writeArray(
            Path root,
            String path,
            Function<Notice, List<T>> items,
            BiConsumer<JsonGenerator, T> writer)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Writer out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
        JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out);
        try (KeptPieces.PieceFile file = begin(root, path)) {
            file.write("[".getBytes(StandardCharsets.UTF_8));
            boolean any = false;
            boolean made = false;
            for (Notice notice : site.notices()) {
                List<T> its = items.apply(notice);
                // The first one has no comma before it.
                Digest piece = any ? digest(notice) : KeptPieces.NONE;
                if (!its.isEmpty() && !file.copy(piece)) {
                    // The generator puts a comma between what it writes itself.
                    out.write(!any ? "\n" : made ? "" : ",\n");
                    its.forEach(item -> writer.accept(json, item));
                    json.flush();
                    file.write(piece, bytes.toByteArray());
                    bytes.reset();
                    made = true;
                }
                any |= !its.isEmpty();
            }
            file.write("\n]\n".getBytes(StandardCharsets.UTF_8));
            file.end();
        }
    }

    /** One item a line, so that two versions can be compared. */
    private static <T> void writeArray(
            Path file, Stream<T> items, BiConsumer<JsonGenerator, T> writer) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("[");
            // One for all: to make one for each takes longer than what it writes.
            JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out);
            Iterator<T> all = items.iterator();
            if (all.hasNext()) {
                out.write("\n");
            }
            all.forEachRemaining(item -> writer.accept(json, item));
            json.flush();
            out.write("\n]\n");
        }
    }

    private void writeNotice(JsonGenerator json, Notice notice) {
        json.writeStartObject();
        json.writeStringProperty("id", notice.id());
        json.writeStringProperty("url", notice.url());
        json.writeStringProperty("title", notice.title());
        json.writeStringProperty("indexNumber", notice.metadata().indexNumber());
        writeNullable(json, "documentNumber", notice.documentNumber());
        json.writeStringProperty("publisher", notice.publisher());
        json.writeStringProperty("documentDate", notice.documentDate().toString());
        json.writeStringProperty("publicationDate", notice.publicationDate().toString());
        json.writeObjectPropertyStart("validity");
        json.writeStringProperty("code", notice.standing().validity().name());
        json.writeStringProperty("label", notice.standing().validity().label());
        writeNullable(json, "by", notice.standing().by());
        json.writeEndObject();
        writeTexts(json, "subjects", notice.metadata().subjects());
        writeNullable(json, "category", notice.metadata().category());
        json.writeNumberProperty("taskCount", notice.taskList().size());
        json.writeEndObject();
    }

    private void writeTask(JsonGenerator json, UnitTasks.Entry entry) {
        Notice notice = entry.notice();
        Task task = entry.task();
        json.writeStartObject();
        json.writeStringProperty("id", notice.id() + "#" + task.anchor());
        json.writeStringProperty("url", notice.url() + "#" + task.anchor());
        json.writeStringProperty("notice", notice.id());
        json.writeStringProperty("number", task.number());
        writeTexts(json, "groups", task.groups());
        json.writeStringProperty("requirement", task.requirement());
        writeUnits(json, "leadUnits", task.lead().units());
        writeUnits(json, "responsibleUnits", task.responsible().units());
        json.writeObjectPropertyStart("issued");
        writeNullable(json, "leadUnits", task.lead().issued());
        writeNullable(json, "responsibleUnits", task.responsible().issued());
        json.writeEndObject();
        Deadline deadline = task.deadline();
        json.writeObjectPropertyStart("deadline");
        writeNullable(json, "text", deadline.text());
        writeNullable(json, "date", deadline.date() == null ? null : deadline.date().toString());
        json.writeStringProperty("kind", deadline.kind().name());
        json.writeEndObject();
        json.writeStringProperty("status", task.status().name());
        json.writeEndObject();
    }

    private static void writeUnits(JsonGenerator json, String name, List<UnitReference> units) {
        json.writeArrayPropertyStart(name);
        for (UnitReference unit : units) {
            json.writeStartObject();
            json.writeStringProperty("name", unit.name());
            if (unit.unit() != null) {
                json.writeStringProperty("unit", unit.unit());
            } else if (unit.isCollective()) {
                writeTexts(json, "members", unit.members());
            } else if (unit.open()) {
                json.writeBooleanProperty("open", true);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeUnit(JsonGenerator json, Unit unit, UnitTasks tasks) {
        json.writeStartObject();
        json.writeStringProperty("id", unit.code());
        json.writeStringProperty("url", unit.url());
        json.writeStringProperty("name", unit.name());
        writeTexts(json, "aliases", unit.aliases());
        json.writeStringProperty("kind", unit.kind().label());
        json.writeObjectPropertyStart("tasks");
        json.writeNumberProperty("lead", tasks.lead().size());
        json.writeNumberProperty("responsible", tasks.responsible().size());
        json.writeNumberProperty("collective", tasks.collective().size());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void writeNullable(JsonGenerator json, String name, String value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value);
        }
    }

    private static void writeTexts(JsonGenerator json, String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    /** With a BOM, by which spreadsheet programs know UTF-8. */
    private void writeCsv(Path root) throws IOException {
        try (KeptPieces.PieceFile file = begin(root, "data/tasks.csv")) {
            file.write(
                    ("\uFEFF"
                                    + row(
                                            List.of(
                                                    "编号", "文件标题", "发文字号", "分组", "序号", "要求", "牵头部门",
                                                    "责任单位", "完成时限", "截止日期", "状态", "网址")))
                            .getBytes(StandardCharsets.UTF_8));
            for (Notice notice : site.notices()) {
                Digest piece = digest(notice);
                if (!notice.taskList().isEmpty() && !file.copy(piece)) {
                    StringBuilder rows = new StringBuilder();
                    notice.taskList().forEach(task -> rows.append(row(row(notice, task))));
                    file.write(piece, rows.toString().getBytes(StandardCharsets.UTF_8));
                }
            }
            file.end();
        }
    }

    private List<String> row(Notice notice, Task task) {
        List<String> row = new ArrayList<>();
        row.add(notice.id() + "#" + task.anchor());
        row.add(notice.title());
        row.add(notice.documentNumber());
        row.add(String.join(" / ", task.groups()));
        row.add(task.number());
        row.add(task.requirement());
        row.add(task.lead().issued());
        row.add(task.responsible().issued());
        row.add(task.deadline().text());
        row.add(task.deadline().date() == null ? null : task.deadline().date().toString());
        row.add(task.status().label());
        row.add(site.settings().absolute(notice.url() + "#" + task.anchor()));
        return row;
    }

    private static String row(List<String> cells) {
        return cells.stream().map(DataFiles::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    /** RFC 4180; what a spreadsheet would run as a formula gets an apostrophe before it. */
    private static String cell(String text) {
        if (text == null) {
            return "";
        }
        String safe =
                !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return isQuoted(safe) ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    private static boolean isQuoted(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == ',' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return false;
    }
}
