"""Own notes are sealed; what lay there in clear text is left nowhere in the files of the tables.

SQLite writes over what is deleted. PostgreSQL keeps dead rows in the file of a table, and columns that are gone inside
rows that live: so the table is emptied as a whole, which gives it a new file, and filled again.
"""

import secrets

import django.db.models.deletion
from django.db import migrations, models

from sloyfe.people import sealing


def seal(apps, schema_editor):
    OwnNote = apps.get_model("competence", "OwnNote")
    OwnKey = apps.get_model("people", "OwnKey")
    notes = list(OwnNote._base_manager.order_by("pk"))
    if not notes:
        return
    found = sealing.outside() or sealing.make_outside()
    if found is None:
        raise sealing.KeyAway
    outer, keys = sealing.name_of(found), {}
    for note in notes:
        if note.author_id not in keys:
            keys[note.author_id], _made = OwnKey._base_manager.get_or_create(
                person_id=note.author_id, outer=outer, defaults={"half": secrets.token_bytes(sealing.HALF)}
            )
        note.key = keys[note.author_id]
        note.sealed = sealing.sealed(note.words, sealing.key_of(found, bytes(note.key.half), note.author_id))
        note.words = ""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("TRUNCATE competence_ownnote")
    else:
        OwnNote._base_manager.all().delete()
    OwnNote._base_manager.bulk_create(notes, batch_size=100)
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")


class Migration(migrations.Migration):
    dependencies = [
        ("competence", "0007_what_units_have_done_and_notes"),
        ("people", "0002_own_keys"),
    ]

    operations = [
        migrations.AddField(
            model_name="ownnote",
            name="key",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.ownkey"
            ),
        ),
        migrations.AddField(
            model_name="ownnote",
            name="sealed",
            field=models.BinaryField(default=b""),
            preserve_default=False,
        ),
        migrations.RunPython(seal),
        migrations.AlterField(
            model_name="ownnote",
            name="key",
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.ownkey"),
        ),
        migrations.RemoveField(model_name="ownnote", name="words"),
        migrations.RemoveField(model_name="ownnote", name="written_at"),
    ]
