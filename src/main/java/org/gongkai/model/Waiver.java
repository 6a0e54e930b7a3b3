package org.gongkai.model;

import java.time.LocalDate;

/**
 * 豁免: one thing found in one file that was looked at and let stand. Who approved it is not in here,
 * so that no page can show it.
 *
 * @param check 检查: what was found, such as 手机号
 * @param content 内容: the masked number or its last figures, or the wording
 * @param until 截止日期, its last day
 */
public record Waiver(Place at, String file, String check, String content, LocalDate until) {}
