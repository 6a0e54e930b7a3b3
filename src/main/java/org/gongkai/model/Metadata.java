package org.gongkai.model;

import java.time.LocalDate;
import java.util.List;

/**
 * The metadata block of a notice, as issued.
 *
 * @param indexNumber 索引号
 * @param documentNumber 发文字号, or null
 * @param publisher 发布机关
 * @param subjects 主题分类
 * @param documentDate 成文日期
 * @param publicationDate 发布日期
 * @param issuedValidity 有效性 as the file says, or null
 * @param effectiveDate 施行日期, or null
 * @param expiryDate 有效期至, the last day in force, or null
 * @param category 栏目, a node of the catalog, or null
 * @param registrationNumber 统一编号, or null
 */
public record Metadata(
        String title,
        String indexNumber,
        String documentNumber,
        String publisher,
        List<String> subjects,
        LocalDate documentDate,
        LocalDate publicationDate,
        Validity issuedValidity,
        LocalDate effectiveDate,
        LocalDate expiryDate,
        Disclosure disclosure,
        String category,
        List<String> keywords,
        String registrationNumber) {
    public Metadata {
        subjects = List.copyOf(subjects);
        keywords = List.copyOf(keywords);
    }
}
