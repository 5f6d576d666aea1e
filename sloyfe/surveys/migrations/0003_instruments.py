import django.db.models.deletion
import sloyfe.kit.fields
import sloyfe.kit.text
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("surveys", "0002_waves"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="BankEntry",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Part",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("key", models.CharField(max_length=20)),
                ("position", models.PositiveSmallIntegerField(null=True)),
                ("title", sloyfe.kit.fields.TextValueField(blank=True, default=sloyfe.kit.text.Text)),
                ("help", sloyfe.kit.fields.TextValueField(blank=True, default=sloyfe.kit.text.Text)),
                ("condition", models.JSONField(blank=True, null=True)),
            ],
            options={
                "ordering": ["position"],
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="item",
            name="condition",
            field=models.JSONField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="item",
            name="dont_know",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="item",
            name="help",
            field=sloyfe.kit.fields.TextValueField(blank=True, default=sloyfe.kit.text.Text),
        ),
        migrations.AddField(
            model_name="item",
            name="least",
            field=models.IntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="item",
            name="one_line",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="item",
            name="origin",
            field=models.CharField(default="", max_length=80),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="item",
            name="pair",
            field=models.CharField(blank=True, max_length=40),
        ),
        migrations.AddField(
            model_name="item",
            name="steps",
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name="item",
            name="unit",
            field=sloyfe.kit.fields.TextValueField(blank=True, default=sloyfe.kit.text.Text),
        ),
        migrations.AddField(
            model_name="itemversion",
            name="asked_if",
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name="itemversion",
            name="dont_know",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="itemversion",
            name="help",
            field=sloyfe.kit.fields.TextValueField(blank=True, default=sloyfe.kit.text.Text),
        ),
        migrations.AddField(
            model_name="itemversion",
            name="least",
            field=models.IntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="itemversion",
            name="one_line",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="itemversion",
            name="steps",
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name="itemversion",
            name="unit",
            field=sloyfe.kit.fields.TextValueField(blank=True, default=sloyfe.kit.text.Text),
        ),
        migrations.AlterField(
            model_name="instrument",
            name="template",
            field=models.CharField(blank=True, max_length=20),
        ),
        migrations.AlterField(
            model_name="item",
            name="kind",
            field=models.CharField(
                choices=[
                    ("scale", "Skala"),
                    ("choice", "Ett valg"),
                    ("choices", "Flere valg"),
                    ("ranking", "Rangering"),
                    ("number", "Tall"),
                    ("text", "Fritekst"),
                    ("sources", "Kilder og hva de viser"),
                    ("note", "Bare tekst, uten svar"),
                ],
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="item",
            name="limit",
            field=models.IntegerField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name="itemversion",
            name="kind",
            field=models.CharField(
                choices=[
                    ("scale", "Skala"),
                    ("choice", "Ett valg"),
                    ("choices", "Flere valg"),
                    ("ranking", "Rangering"),
                    ("number", "Tall"),
                    ("text", "Fritekst"),
                    ("sources", "Kilder og hva de viser"),
                    ("note", "Bare tekst, uten svar"),
                ],
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="itemversion",
            name="limit",
            field=models.IntegerField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name="itemversion",
            name="options",
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddConstraint(
            model_name="itemversion",
            constraint=models.UniqueConstraint(fields=("item", "digest"), name="item_asked_once"),
        ),
        migrations.AddField(
            model_name="bankentry",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="bankentry",
            name="item",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE, related_name="bank_entry", to="surveys.item"
            ),
        ),
        migrations.AddField(
            model_name="part",
            name="instrument",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="parts", to="surveys.instrument"
            ),
        ),
        migrations.AddConstraint(
            model_name="part",
            constraint=models.UniqueConstraint(fields=("instrument", "key"), name="part_key_once"),
        ),
    ]
