package org.gongkai;

import static org.gongkai.ColumnAssertions.assertRefused;
import static org.gongkai.ColumnAssertions.assertWarned;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongkai.model.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code content/synonyms.txt}: what it may look like, and what an editor is told of it. */
class SynonymMistakesTest {
    private static final String FILE = "content/synonyms.txt";

    @TempDir private Path folder;

    // What is read

    @Test
    void readsOneGroupALineInTheOrderOfTheFile() throws IOException {
        assertEquals(
                List.of(List.of("医保", "医疗保险", "基本医疗保险"), List.of("公租房", "公共租赁住房")),
                synonyms("医保=医疗保险=基本医疗保险\n公租房=公共租赁住房\n"));
    }

    @Test
    void acceptsFullWidthSignsSpacesCommentsAndBlankLines() throws IOException {
        assertEquals(
                List.of(List.of("医保", "医疗保险"), List.of("5G网络", "第五代移动通信")),
                synonyms("# 简称\n\n　医保 ＝　医疗保险 \n   \n5G网络 = 第五代移动通信 # 口语\n＃ 完"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void acceptsAByteOrderMarkAndEveryLineEnd(String lineEnd) throws IOException {
        assertEquals(
                List.of(List.of("医保", "医疗保险"), List.of("年报", "年度报告")),
                synonyms("\uFEFF医保=医疗保险" + lineEnd + "年报=年度报告" + lineEnd));
    }

    @Test
    void leavesOutCharactersThatNobodySees() throws IOException {
        assertEquals(List.of(List.of("医保", "医疗保险")), synonyms("\u200b医\u200b保=\ufeff医疗\u00ad保险\n"));
    }

    @Test
    void needsNoSynonyms() throws IOException {
        assertEquals(List.of(), check(column(), new Problems()));
        assertEquals(List.of(), synonyms("# 还没有\n"));
    }

    @Test
    void lendsAColumnNoSynonymsOfTheGenerators() throws IOException {
        assertFalse(
                new SiteBuild(
                                TinyColumn.GENERATOR,
                                TinyColumn.GENERATOR,
                                LocalDate.of(2026, 11, 22),
                                false,
                                false)
                        .check(new Problems())
                        .site()
                        .synonyms()
                        .isEmpty());
        assertEquals(List.of(), check(column(), new Problems()));
    }

    // What is wrong

    @Test
    void refusesALineWithoutASign() {
        assertRefused(
                with("医保=医疗保险\n公租房\n年报 年度报告\n低保、最低生活保障\n"),
                error(2, "“公租房”里没有“=”，看不出哪些词同义。请写成“医保=医疗保险=基本医疗保险”的样子，一行一组；不需要的请删去这一行。"),
                error(3, "“年报 年度报告”里没有“=”，看不出哪些词同义。是不是“年报=年度报告”？"),
                error(4, "“低保、最低生活保障”里没有“=”，看不出哪些词同义。是不是“低保=最低生活保障”？"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"医保=", "=医保", "医保==医疗保险", "医保=医疗保险＝", "医保=　=医疗保险"})
    void refusesASignWithoutAWordBesideIt(String line) {
        assertRefused(
                with("# 简称\n" + line + "\n"),
                error(2, "“" + line + "”的“=”旁边缺少一个词。请写成“医保=医疗保险=基本医疗保险”的样子；多余的“=”请删去。"));
    }

    @Test
    void refusesAWordThatNoSearchCanFind() {
        assertRefused(with("医保=……\n"), error(1, "“……”里没有汉字、字母或数字，检索不到。请换成要检索的词，或者删去。"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"水", "A", "《水》", "𠀀"})
    void refusesAWordOfOneCharacter(String word) {
        assertRefused(
                with("自来水=" + word + "\n"),
                error(1, "“" + word + "”只有一个字，会混入许多无关的结果。请写两个字以上的词，例如把“水”写成“自来水”。"));
    }

    @ParameterizedTest
    @CsvSource({"医保, ''", "“医保”, （“医保”）"})
    void warnsOfAWordTwiceInALine(String again, String other) {
        assertWarned(
                with("医保=医疗保险=" + again + "\n"),
                warning(1, "“" + again + "”在这一行写了两遍" + other + "。请只保留一处。"));
    }

    @Test
    void warnsOfAWordInTwoLines() {
        assertWarned(
                with("医保=医疗保险\n\n5g网络=第五代移动通信\n基本医疗保险=医保\n５Ｇ网络=移动互联网\n"),
                warning(4, "“医保”重复，content/synonyms.txt 第 1 行已有。如果意思相同，请把两行合成一行；否则请去掉其中一处。"),
                warning(5, "“５Ｇ网络”重复，content/synonyms.txt 第 3 行已有。如果意思相同，请把两行合成一行；否则请去掉其中一处。"));
    }

    @ParameterizedTest
    @CsvSource({"医保 医疗保险", "医保、医疗保险", "医保，医疗保险"})
    void warnsOfSeveralWordsInTheirPlaceOfOne(String words) {
        assertWarned(
                with(words + "=基本医疗保险\n"),
                warning(
                        1,
                        "“"
                                + words
                                + "”中间有空格或标点，检索时不当作一个词。"
                                + "如果是几个词，请写成“医保=医疗保险”；如果是一个词，请删去空格和标点。"));
    }

    @Test
    void warnsOfMoreWordsThanASearchTries() {
        String line =
                IntStream.range(0, 10).mapToObj(i -> "医保" + i).collect(Collectors.joining("="));
        assertWarned(with(line + "\n"), warning(1, "这一行有 10 个词，检索时只用得上 9 个。请只保留最常用的 9 个。"));
    }

    @Test
    void refusesMoreGroupsThanAPhoneShouldLoad() {
        String lines =
                IntStream.range(0, 1002)
                        .mapToObj(i -> "医保" + i + "=医疗保险" + i)
                        .collect(Collectors.joining("\n", "# 一千组以上\n", "\n"));
        assertRefused(
                with(lines), error(1002, "同义词超过 1000 组，从这一行起不会使用。请删去很少有人检索的词，总数不要超过 1000 组。"));
    }

    @Test
    void refusesAnotherEncodingAndAnEmptyFile() {
        assertRefused(
                column().with(FILE, "医保=医疗保险\n".getBytes(Charset.forName("GBK"))),
                FILE
                        + ":1: 错误 文件不是 UTF-8 编码，这一行有无法识别的字符。"
                        + "请用记事本打开，选“另存为”，编码选“UTF-8”，再保存。[encoding]");
        assertRefused(with("\n"), FILE + ":1: 错误 文件是空的。请写入内容；如果不再需要，请删除这个文件。[empty-file]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"synonym.txt", "synonyms.yml", "synonyms.txt.txt", "Synonyms.md"})
    void refusesAnotherNameOfTheFile(String name) {
        assertRefused(
                column().with("content/" + name, "医保=医疗保险\n"),
                "content/" + name + ":1: 错误 放在这里的文件不会发布。请改名为 synonyms.txt。[misplaced-file]");
    }

    private List<List<String>> synonyms(String text) throws IOException {
        Problems problems = new Problems();
        List<List<String>> synonyms = check(with(text), problems);
        assertEquals(List.of(), problems.sorted());
        return synonyms;
    }

    private static List<List<String>> check(TinyColumn column, Problems problems)
            throws IOException {
        return new SiteBuild(
                        TinyColumn.GENERATOR,
                        column.root(),
                        LocalDate.of(2023, 10, 1),
                        false,
                        false)
                .check(problems)
                .site()
                .synonyms();
    }

    private TinyColumn with(String text) {
        return column().with(FILE, text);
    }

    private static String error(int line, String text) {
        return FILE + ":" + line + ": 错误 " + text + "[synonyms]";
    }

    private static String warning(int line, String text) {
        return FILE + ":" + line + ": 警告 " + text + "[synonyms]";
    }

    private TinyColumn column() {
        return new TinyColumn(folder).withNotice();
    }
}
