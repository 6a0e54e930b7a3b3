package org.gongkai.checks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.gongkai.model.Column;
import org.gongkai.model.ColumnText;
import org.gongkai.model.Place;
import org.gongkai.model.Problems;
import org.gongkai.model.Severity;

/**
 * For everyone whom a text could harm: all that gets out is read as it was typed, comments, code
 * and links too, since all of it can be read by others.
 */
final class Texts implements ContentCheck {
    private final TextMemory memory;

    Texts(TextMemory memory) {
        this.memory = memory;
    }

    @Override
    public void check(Column column, Problems problems) {
        Findings findings = new Findings(column, problems);
        List<TextCheck> checks =
                List.of(
                        new PersonalData(),
                        new MaskedTwice(),
                        new Terms(column.terms()),
                        new SecrecyMarks(),
                        new AttachmentScripts());
        column.texts().parallelStream()
                .filter(file -> !memory.isQuiet(file))
                .forEach(
                        file -> {
                            ReadText text = read(file, findings, problems);
                            checks.forEach(check -> check.check(text, findings));
                            if (!findings.hasAnyIn(file.file())) {
                                memory.noteQuiet(file);
                            }
                        });
        findings.reportUnusedWaivers();
    }

    private static ReadText read(ColumnText file, Findings findings, Problems problems) {
        try {
            if (file.kind() != ColumnText.Kind.ATTACHMENT) {
                byte[] bytes = Files.readAllBytes(file.path());
                String text = new String(bytes, StandardCharsets.UTF_8);
                return new ReadText(file, text.replace('\r', ' '), true);
            }
            AttachmentText attachment = AttachmentText.read(file.path());
            Place place = new Place(file.file(), 1);
            if (attachment.cut()) {
                findings.report(
                        "attachment-unread",
                        Severity.WARNING,
                        place,
                        "附件过大，或者内部结构异常，没有检查完其中的文字。",
                        "请打开附件，人工检查有没有身份证号、手机号等个人信息。");
            }
            for (String author : attachment.authors()) {
                findings.report(
                        "attachment-author",
                        Severity.WARNING,
                        place,
                        "附件的文件属性里留有人名“" + author.charAt(0) + "*".repeat(author.length() - 1) + "”。",
                        "请在 Word、Excel、WPS 里用“检查文档”删除文档属性和个人信息，再保存。");
            }
            return new ReadText(file, attachment.text(), attachment.lines());
        } catch (IOException e) {
            // Of the others it was told when they were read.
            if (file.kind() == ColumnText.Kind.ATTACHMENT) {
                problems.error(
                        "unreadable-file",
                        new Place(file.file(), 1),
                        "读不出这个附件，也不能发布。",
                        "请让运行 gongkai 的用户可以读它（Linux 上用 chmod a+r 文件）。");
            }
            return new ReadText(file, "", true);
        }
    }
}
