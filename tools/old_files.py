"""Makes a small file of a released schema, with a row or more in every table it has.

Usage: .venv/bin/python tools/old_files.py 9
Run once when a step is released; its file in tests/db/files then never changes.
"""

# ruff: noqa: S608 - no value comes from outside

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

DIGEST = "7509e5bda0c762d2bac7f90d758b5b2263fa01ccbc542ab5e3df163be08e6ca9"  # of "hello world!"
# What each step made room for.
ROWS = {
    1: f"""
INSERT INTO office VALUES (1, '00112233aabbccdd', 'องค์การบริหารส่วนตำบลบ้านทดลอง', 'อบต.',
    'จังหวัดสมมติ', 'อำเภอสมมติ', '00000000');
INSERT INTO setting VALUES ('units', '["สำนักปลัด","กองคลัง"]');
INSERT INTO catalogue VALUES (2567, 'ชุดทดลอง', '1', '{{}}');
INSERT INTO filled_text VALUES (2567, 'e1', 'ข้อคำถามที่หน่วยงานเติมเอง');
INSERT INTO assessment VALUES (2566, 2567, 'ชุดทดลอง', NULL, '', ''),
    (2567, 2568, 'ชุดทดลอง', 'ผ่านดี', '2024-08-01', 'ควรปรับปรุงการให้บริการ');
INSERT INTO respondents VALUES (2567, 'IIT', 30), (2567, 'EIT', 120);
INSERT INTO question_score VALUES (2567, 'i1', '98.75', NULL, NULL),
    (2567, 'e1', NULL, '85.50', '77'), (2566, 'o1', '100', NULL, NULL);
INSERT INTO official_figure VALUES (2567, 'overall', '91.20');
INSERT INTO finding VALUES (3, 2567, 1, NULL, 'i1', 'ผู้รับบริการไม่ทราบขั้นตอน', 'จัดทำคู่มือ', ''),
    (4, 2567, NULL, 2, '', 'ข้อมูลกระจัดกระจาย', 'รวมไว้ที่เดียว', 'สรุปของประเด็น');
INSERT INTO measure VALUES (5, 2567, 1, 1, NULL, 'เปิดเผยขั้นตอน', '๑) จัดทำป้าย', 'ผลวิเคราะห์',
    '2024-10-01', '2025-09-30', '', 'ทุกกอง', 'ร้อยละ ๘๐', '๘๐', '๕,๐๐๐ บาท', 'ปลัด');
INSERT INTO measure_step VALUES (5, 1, 'ประชุมคณะทำงาน', '2024-10-01', NULL, 'สำนักปลัด');
INSERT INTO measure_unit VALUES (5, 1, 'สำนักปลัด');
INSERT INTO measure_finding VALUES (5, 1, 3), (5, 2, 4);
INSERT INTO round_report VALUES (7, 5, 6, 'ติดป้ายแล้ว', 'ผู้รับบริการพอใจ', '50', 'under_way',
    'ภาพถ่าย', 'ไม่มี');
INSERT INTO limitation VALUES (2567, 1, 'ข้อมูลบางข้อยังไม่ประกาศ');
INSERT INTO form_text VALUES (2567, 'measures', 'opening', '{"ข้อความนำของมาตรการ " * 100}');
INSERT INTO change_log VALUES (1, '2024-11-01T02:00:00.000+00:00', 'บันทึกคะแนน', 'question_score',
    '2567/i1', 'score', NULL, '98.75');
""",
    2: """
INSERT INTO document VALUES (2, 2567, 'letter', 'มท ๐๐๐๐/๑', '2024-11-02', 'published',
    '2024-11-05', 'https://example.invalid/1');
INSERT INTO document_field VALUES (2, 'subject', 'ขอส่งรายงาน');
INSERT INTO document_signatory VALUES (2, 1, 'นายทดลอง ตัวอย่าง', '', 'นายก', '');
""",
    3: """
INSERT INTO oit_entry VALUES (2567, 'o1', 1, 'เผยแพร่แล้ว', 'สำนักปลัด', '2024-11-03');
INSERT INTO oit_url VALUES (2567, 'o1', 1, 'https://example.invalid/o1');
""",
    4: f"""
INSERT INTO content VALUES ('{DIGEST}', CAST('hello world!' AS BLOB));
INSERT INTO kept_file VALUES (3, 'evidence', 'ภาพ.txt', 'text/plain', 12, '{DIGEST}', 2567, NULL,
    5, 6, 'ภาพการประชุม', '', '');
""",
    5: """
INSERT INTO deadline VALUES (2567, 'own-1', 'ส่งรายงาน', '2025-04-30');
INSERT INTO phrase VALUES (1, 'cause', 2567, 'i1', 'ประชาสัมพันธ์ยังไม่ทั่วถึง', 2);
INSERT INTO plan_round VALUES (2567, 1, 6), (2567, 2, 12);
INSERT INTO score_note VALUES (2567, 'i1', 'ตรวจกับประกาศแล้ว');
""",
    6: "INSERT INTO unit_sheet VALUES (2567, 6, 'สำนักปลัด', '2025-01-10', NULL);",
    7: """
INSERT INTO batch VALUES (1, 'received', 2567, '2025-05-01T02:00:00.000+00:00', 'รอบแรก');
INSERT INTO score_layout VALUES (1, 'i1 e1 o1');
INSERT INTO received (id, batch_id, year, key, office, file, digest, figures, rating, complete,
    edited, measures, program, layout_id, scores) VALUES (1, 1, 2567, '77000001', '{}', 'ก.xlsx',
    'x', '{}', 'ผ่าน', 1, 0, 3, '0.1.0', 1, x'10270000ffff');
INSERT INTO received_body VALUES (1, x'789c030000000001');
INSERT INTO expected_office VALUES (1, 1, '{}');
INSERT INTO announced VALUES (1, 1, '{}', '{}', 'ผ่าน');
INSERT INTO standing VALUES (2567, '77000001', 'accepted', 'ครบถ้วน');
""",
    8: "UPDATE received SET rounds = '[[6, \"2025-03-31\", 3, 3]]';",
    9: """
INSERT INTO answered_check VALUES (2567, 'score.low', 'i1', 'f0', 'ตรวจแล้วถูกต้อง', '2025-06-01');
""",
}


def file_of(version: int) -> bytes:
    """A file as the program of that time left it."""
    from db.connecting import APPLICATION_ID, connect
    from db.migrating import apply_pending
    from db.migrations import STEPS

    connection = connect(None)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    apply_pending(connection, STEPS[:version])
    for number in range(1, version + 1):
        connection.executescript(ROWS[number])
    body = connection.serialize()
    connection.close()
    return body


def main() -> None:
    """Never writes over a file that is there."""
    version = int(sys.argv[1])
    with (ROOT / "tests" / "db" / "files" / f"{version:03}.itadesk").open("xb") as file:
        file.write(file_of(version))


if __name__ == "__main__":
    main()
