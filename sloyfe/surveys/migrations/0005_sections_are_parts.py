from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("surveys", "0004_parts")]
    operations = [migrations.RemoveField(model_name="instrument", name="sections")]
